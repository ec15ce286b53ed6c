/** Who asks: the account of the sign-in, and the committee in which it works. */
export interface Actor {
  accountId: string;
  committeeId: string;
  loginName: string;
  displayName: string;
}
