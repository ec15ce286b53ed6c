import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AccountService } from '../src/accounts/account.service.js';
import { fail, stopOnSignal } from '../src/lifecycle.js';
import { readEnvironment } from '../src/platform/config/environment.js';
import { type RunningServer, startServer } from '../src/server.js';
import { ApiClient } from './api-client.js';
import { writeDocuments } from './documents.js';
import { plantWard } from './plant.js';
import { generateWard } from './ward/ward.js';

const LOGIN_NAME = 'van-phong';
const outputFolder = 'demo-output';

/** Plants the ward where there is nothing yet; otherwise goes on from what is there, with a new password. */
async function prepare(server: RunningServer, password: string): Promise<string[]> {
  const api = new ApiClient(server.app);
  const { isFirstRun } = await api.send<{ isFirstRun: boolean }>('GET', '/first-run');
  const ward = generateWard();
  if (isFirstRun) {
    const account = { loginName: LOGIN_NAME, displayName: 'Văn phòng Đảng ủy', password };
    await api.send('POST', '/first-run', { committee: ward.committee, account });
    return writeDocuments(api, await plantWard(api, ward), outputFolder);
  }
  await server.app.get(AccountService).resetPassword(LOGIN_NAME, password);
  await api.send('POST', '/sign-in', { loginName: LOGIN_NAME, password });
  const sessions = await api.send<{ id: string; title: string }[]>('GET', '/sessions');
  const article = sessions.find(({ title }) => title === ward.session.title);
  return article ? writeDocuments(api, article.id, outputFolder) : [];
}

try {
  const ofDemo = { LOG_LEVEL: 'warn', DATA_DIR: './data/demo', API_DOCS: 'true' };
  const environment = readEnvironment({ ...ofDemo, ...process.env });
  if (process.argv.includes('--fresh') && !environment.DATABASE_URL) {
    await rm(resolve(environment.DATA_DIR), { recursive: true, force: true });
  }
  const server = await startServer(environment);
  stopOnSignal(() => server.stop());
  const password = randomBytes(12).toString('base64url');
  const files = await prepare(server, password);
  process.stdout.write(
    `${files.length} documents in ${outputFolder}/\nSign in as ${LOGIN_NAME} with ${password}\nAPI: ${server.url}/api/docs\nReady: ${server.url}\n`,
  );
} catch (reason) {
  fail(reason);
}
