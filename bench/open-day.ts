import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../demo/api-client.js';
import { plantWard } from '../demo/plant.js';
import { generateWard } from '../demo/ward/ward.js';
import type { SessionDto } from '../src/sessions/session.dto.js';
import type { HttpClient } from './http-client.js';

/** The article's day over HTTP, its first class opened again so that marks can be taken. */
export async function plantOpenDay(client: HttpClient): Promise<SessionDto> {
  const ward = generateWard();
  const account = { loginName: 'bench', displayName: 'Bench', password: randomUUID() };
  await client.json('POST', '/first-run', { committee: ward.committee, account });
  const api: Pick<ApiClient, 'send'> = { send: (method, path, body) => client.json(method, path, body) };
  const sessionId = await plantWard(api, ward);
  const { classes } = await client.json<SessionDto>('GET', `/sessions/${sessionId}`);
  await client.json('POST', `/classes/${classes[0]?.id}/reopening`, { reason: 'Đo tốc độ' });
  return client.json<SessionDto>('GET', `/sessions/${sessionId}`);
}
