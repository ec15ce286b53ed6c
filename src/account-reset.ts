import 'reflect-metadata';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../migrations/all.js';
import { AccountService } from './accounts/account.service.js';
import { AppModule } from './app.module.js';
import { fail } from './lifecycle.js';
import { type Environment, readEnvironment, StartError } from './platform/config/environment.js';
import { startEmbeddedPostgres } from './platform/database/embedded/embedded-server.js';
import { runningServerUrl } from './platform/database/embedded/running-server.js';
import { migrateSchema } from './platform/database/schema.js';
import { NotFoundError } from './platform/errors/domain-error.js';

async function reset(environment: Environment, databaseUrl: string, loginName: string): Promise<string> {
  const app = await NestFactory.createApplicationContext(AppModule.for(environment, databaseUrl), {
    logger: ['error'],
  });
  try {
    return await app.get(AccountService).resetToRandom(loginName);
  } catch (reason) {
    if (reason instanceof NotFoundError) throw new StartError(`There is no account "${loginName}".`);
    throw reason;
  } finally {
    await app.close();
  }
}

/** `npm run account:reset -- <login name>`: beside a running server, or with the embedded database started for it. */
async function main(environment: Environment, loginName: string | undefined): Promise<void> {
  if (!loginName) throw new StartError('Whose account? npm run account:reset -- <login name>');
  const running = environment.DATABASE_URL ?? (await runningServerUrl(environment.DATA_DIR));
  const started = running ? null : await startEmbeddedPostgres({ dataDir: resolve(environment.DATA_DIR) });
  const url = running ?? started?.url ?? '';
  try {
    if (started) await migrateSchema(url, migrations);
    const password = await reset(environment, url, loginName.trim().toLowerCase());
    process.stdout.write(
      `${loginName} signs in with ${password} now. Second factors are removed, every sign-in and token has ended.\n`,
    );
  } finally {
    await started?.stop();
  }
}

main(readEnvironment(process.env), process.argv[2]).catch(fail);
