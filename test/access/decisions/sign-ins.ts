import type { Decisions } from '../support/decision.js';

const id = (one: string) => ({ path: { id: one } });
/** About oneself, at a browser: what a program's token or a door's device could otherwise make of itself. */
const own = { may: 'self', inPerson: true } as const;
const token = 'x'.repeat(43);
const passkey = { credentialId: 'x', clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' };
// Who may ask is the question here; a right password or code costs seconds, or is counted.
const empty = { refusals: [422], ask: () => ({ body: {} }) };

export const signIns: Decisions = {
  SignIn_state: { may: 'public' },
  // Done already, and a wrong password: the answers of the field.
  SignIn_run: { may: 'public', ...empty },
  SignIn_open: {
    may: 'public',
    refusals: [401, 429],
    ask: () => ({ body: { loginName: 'khong-co', password: 'sai' } }),
  },
  SignIn_complete: { may: 'public', refusals: [401], ask: () => ({ body: { token, code: '000000' } }) },
  SignIn_passkeyOptions: { may: 'public', ask: () => ({ body: {} }) },
  SignIn_openByPasskey: { may: 'public', refusals: [401], ask: () => ({ body: passkey }) },
  SignIn_prove: { ...own, ...empty },
  SignIn_proofOptions: own,
  SignIn_end: { may: 'self' },

  Me_get: { may: 'self' },
  Me_changePassword: { ...own, ...empty },
  Me_listSignIns: own,
  Me_endSignIn: { ...own, path: 'others', ask: ({ signInId }) => id(signInId) },
  Me_endOtherSignIns: own,

  SecondFactor_overview: own,
  SecondFactor_beginTotp: own,
  SecondFactor_confirmTotp: { ...own, ...empty },
  SecondFactor_removeTotp: own,
  SecondFactor_passkeyOptions: own,
  SecondFactor_addPasskey: { ...own, ...empty },
  SecondFactor_renamePasskey: {
    ...{ ...own, path: 'others' },
    ask: ({ passkeyId }) => ({ ...id(passkeyId), body: { name: 'Máy khác' } }),
  },
  SecondFactor_removePasskey: { ...own, path: 'others', ask: ({ passkeyId }) => id(passkeyId) },
  // Codes on paper go with a second factor, and nobody of the walk has one.
  SecondFactor_renewRecoveryCodes: { ...own, refusals: [409] },
};
