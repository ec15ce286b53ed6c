import 'reflect-metadata';
import { fail, stopOnSignal } from './lifecycle.js';
import { readEnvironment } from './platform/config/environment.js';
import { startServer } from './server.js';

try {
  const server = await startServer(readEnvironment(process.env));
  stopOnSignal(() => server.stop());
  process.stdout.write(`Ready: ${server.url}\n`);
} catch (reason) {
  fail(reason);
}
