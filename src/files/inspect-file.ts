import { Worker } from 'node:worker_threads';
import type { Finding } from './inspection/finding.ts';

const SECONDS = 20;
const HEAP_MEGABYTES = 768;

/** Node runs TypeScript without its types, so that tests and product start the same file. */
const workerUrl = new URL(
  `./inspection/inspect-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`,
  import.meta.url,
);

/** Reads a file in a thread with limits of time and memory; a thread that fails says that the file is damaged or too much. */
export async function inspectFile(bytes: Buffer, name: string): Promise<Finding> {
  const { promise, resolve, reject } = Promise.withResolvers<Finding>();
  const worker = new Worker(workerUrl, {
    ...{ workerData: { bytes: new Uint8Array(bytes), name }, env: {}, execArgv: [], stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const timer = setTimeout(
    () => resolve({ isTaken: false, objection: 'slow', because: `${SECONDS} s` }),
    SECONDS * 1000,
  );
  worker.once('message', resolve);
  worker.once('error', (reason: Error & { code?: string }) => {
    if (reason.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      resolve({ isTaken: false, objection: 'unpacked', because: 'memory' });
    } else reject(reason);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
