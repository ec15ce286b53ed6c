import 'reflect-metadata';
import { fail, giveBackMemory, stopOnSignal } from './lifecycle.js';
import { readEnvironment } from './platform/config/environment.js';
import { startServer } from './server.js';

try {
  const server = await startServer(readEnvironment(process.env));
  stopOnSignal(() => server.stop());
  giveBackMemory();
  process.stdout.write(`Ready: ${server.url}\n`);
} catch (reason) {
  fail(reason);
}
