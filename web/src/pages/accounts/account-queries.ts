import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';

const { client, dataOf } = api;

export type Account = Schemas['AccountDto'];
export type InvitationLink = Schemas['InvitationLinkDto'];
export type OwnedToken = Schemas['OwnedTokenDto'];

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => dataOf(client.GET('/api/v1/accounts')),
});

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', id],
    queryFn: () => dataOf(client.GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
  });

export const tokensQuery = queryOptions({
  queryKey: ['accounts', 'tokens'],
  queryFn: () => dataOf(client.GET('/api/v1/tokens')),
});

export const belowQuery = queryOptions({
  queryKey: ['committees'],
  queryFn: () => dataOf(client.GET('/api/v1/committees')),
});

/** A change to accounts, or to committees below: whatever is shown of them is read anew. */
export function useAccountChange<Change, Result>(
  change: (what: Change) => Promise<Result>,
  done: (result: Result, what: Change) => void = () => {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result, what) => {
      done(result, what);
      await Promise.all(
        ['accounts', 'committees', 'units', 'me'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

/** The account's state in words; `needsPerson` where an administrator is to do something. */
export function stateOf({ isDisabled, hasPassword, invitation }: Account): { words: string; needsPerson: boolean } {
  if (isDisabled) return { words: 'Đã khóa', needsPerson: false };
  if (invitation?.isExpired) return { words: 'Liên kết đã hết hạn', needsPerson: true };
  if (hasPassword) return { words: invitation ? 'Chờ đặt mật khẩu mới' : 'Đang dùng', needsPerson: false };
  return invitation
    ? { words: 'Chưa nhận lời mời', needsPerson: false }
    : { words: 'Chưa có lời mời', needsPerson: true };
}
