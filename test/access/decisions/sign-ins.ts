import type { Decisions } from '../support/decision.js';

export const signIns: Decisions = {
  SignIn_state: { may: 'public' },
  // Done already, and a wrong password: the answers of the field.
  SignIn_run: { may: 'public', refusals: [422], ask: () => ({ body: {} }) },
  SignIn_open: {
    may: 'public',
    refusals: [401, 429],
    ask: () => ({ body: { loginName: 'khong-co', password: 'sai' } }),
  },
  SignIn_end: { may: 'self' },
  SignIn_me: { may: 'self' },
};
