import { resolve } from 'node:path';
import { migrations } from '../migrations/all.js';
import { openFieldKeys } from './field-keys.js';
import { rotateFieldKeys } from './key-rotation.js';
import { fail } from './lifecycle.js';
import { type Environment, readEnvironment } from './platform/config/environment.js';
import { startEmbeddedPostgres } from './platform/database/embedded/embedded-server.js';
import { runningServerUrl } from './platform/database/embedded/running-server.js';
import { migrateSchema } from './platform/database/schema.js';

/** `npm run keys:rotate`: beside a running server, or with the embedded database started for it. */
async function main(environment: Environment): Promise<void> {
  const running = environment.DATABASE_URL ?? (await runningServerUrl(environment.DATA_DIR));
  const started = running ? null : await startEmbeddedPostgres({ dataDir: resolve(environment.DATA_DIR) });
  const url = running ?? started?.url ?? '';
  try {
    if (started) await migrateSchema(url, migrations);
    await openFieldKeys(environment, url);
    const { current, resealed, retired } = await rotateFieldKeys(environment, url);
    process.stdout.write(
      `The key is ${current} now; ${resealed} values were sealed anew, ${retired.join(', ')} was retired.\n`,
    );
  } finally {
    await started?.stop();
  }
}

main(readEnvironment(process.env)).catch(fail);
