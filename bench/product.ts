import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** The built product in a process of its own, as an office runs it. */
export interface Product {
  url: string;
  /** From the start of the process to `Ready:`. */
  startedInMs: number;
  peakMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

export async function startProduct(dataDir: string): Promise<Product> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, await argumentsOfStart(), {
    // One account sends what a whole city's doors would: the limit of requests would be what is measured.
    env: {
      ...{ ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
      REQUESTS_PER_SECOND: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child);
  const startedInMs = performance.now() - startedAt;
  return {
    ...{ url, startedInMs },
    peakMegabytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** As `npm start` has them, the flags among them. */
async function argumentsOfStart(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

async function readyUrl(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /Ready: (\S+)/.exec(said)?.[1];
    if (url) return url;
  }
  throw new Error(`the product ended before it was ready: ${said}`);
}
