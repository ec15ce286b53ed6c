import { closeSync, openSync } from 'node:fs';
import { chmod, open, rename, stat } from 'node:fs/promises';
import { isSystemError } from './embedded-server.errors.js';
import { handOver } from './process-owner.js';

const largest = 10 * 1024 * 1024;
const longestTail = 16 * 1024;

/** postgres.log: a file and not a pipe, since the server may live longer than the Node that started it. */
export class ServerLog {
  readonly path: string;
  private begin = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Opens for adding; the caller closes it. Over 10 MB, the file becomes postgres.log.1 first. */
  async open(folder: string): Promise<{ descriptor: number; close(): void }> {
    this.begin = await this.size();
    if (this.begin > largest) {
      await rename(this.path, `${this.path}.1`);
      this.begin = 0;
    }
    const descriptor = openSync(this.path, 'a', 0o600);
    await chmod(this.path, 0o600);
    await handOver(this.path, folder);
    return { descriptor, close: () => closeSync(descriptor) };
  }

  /** The last lines written since `open`. */
  async tail(lines = 8): Promise<string> {
    const end = await this.size();
    const from = Math.max(this.begin, end - longestTail);
    const file = await open(this.path, 'r');
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.max(end - from, 0)), position: from });
      return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-lines).join('\n');
    } finally {
      await file.close();
    }
  }

  private async size(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return 0;
      throw error;
    }
  }
}
