import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspect.ts';

/** One file, one thread: what a crafted file eats is this thread's, and ends with it. */
const { bytes, name } = workerData as { bytes: Uint8Array; name: string };
const finding = await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
parentPort?.postMessage(finding, []);
