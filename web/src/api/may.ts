import type { Schemas } from './client.ts';
import { useMe } from './me.ts';

export type Permission = Schemas['MeDto']['may'][number];

/** Whether the account may do something somewhere in its committee. The server decides; pages only leave out what it would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me.data?.may.includes(permission) ?? false;
}
