import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';

const { client, dataOf } = api;

export type Device = Schemas['DeviceDto'];
export type DoorCode = Schemas['DoorCodeDto'];

/** Seconds after which the list is read again while somebody waits for a device to come in. */
const AGAIN = 5;

export const devicesQuery = (isWaiting: boolean) =>
  queryOptions({
    queryKey: ['devices'],
    queryFn: () => dataOf(client.GET('/api/v1/devices')),
    refetchInterval: isWaiting ? AGAIN * 1000 : false,
  });
