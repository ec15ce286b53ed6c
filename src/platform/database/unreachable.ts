/** Why a database does not let anybody in, by the code of the error, in a sentence for whoever set DATABASE_URL. */
export const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database of DATABASE_URL does not answer.',
  '28P01': 'The database refuses the name or the password of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
};

export const codeOf = (reason: unknown): string =>
  reason instanceof Error && 'code' in reason ? String(reason.code) : '';
