import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';

const { client, dataOf } = api;

export type SecondFactors = Schemas['SecondFactorsDto'];
export type Passkey = Schemas['PasskeyDto'];
export type MySignIn = Schemas['MySignInDto'];

export const signInsQuery = queryOptions({
  queryKey: ['my-sign-ins'],
  queryFn: () => dataOf(client.GET('/api/v1/me/sign-ins')),
});

/** A change of one's own account; what hangs on it is read anew. */
export function useMyChange<Input, Output>(change: (input: Input) => Promise<Output>, done: (output: Output) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      const keys = ['second-factors', 'my-sign-ins', 'me'];
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      done(output);
    },
  });
}
