import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from './support/embedded-place.js';
import {
  buildProduct,
  MarkStream,
  ProductPlace,
  removeBuild,
  type Running,
  storedMarks,
  Visitor,
} from './support/product.js';

const connections = 12;

let place: ProductPlace;

beforeAll(buildProduct, 120_000);
afterAll(removeBuild);

beforeEach(async () => {
  place = await ProductPlace.make();
});

afterEach(() => place.clear());

async function urlOf({ url, end }: Running): Promise<string> {
  const found = await url;
  if (!found) throw new Error(`the product did not start: ${(await end).said}`);
  return found;
}

/** One sentence on one line: no stack, nothing of JavaScript. */
const oneSentence = /^[A-Z][^\n]*\.\n$/;

describe('a start that cannot be', () => {
  it('names the variable that is wrong, and ends with 1', async () => {
    const { code, said } = await place.start({ PORT: 'ba nghìn' }).end;
    expect({ code, said }).toEqual({ code: 1, said: 'PORT must be a whole number, but is "ba nghìn".\n' });
    expect(existsSync(place.dataDir)).toBe(false);
  });

  it('on a busy port says so and makes no data folder', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      const { code, said } = await place.start({ PORT: String(port) }).end;
      expect({ code, said }).toEqual({
        code: 1,
        said: `Port ${port} is in use by another program; set PORT to a free one.\n`,
      });
      expect(existsSync(place.dataDir)).toBe(false);
    } finally {
      other.close();
    }
  });

  it('in a data folder that is a file says so, and leaves the file', async () => {
    await writeFile(place.dataDir, 'không phải thư mục');
    const { code, said } = await place.start().end;
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain(place.dataDir);
  });

  it('with a database that does not answer says so, and never the password', async () => {
    const { code, said } = await place.start({ DATABASE_URL: 'postgres://x:bi-mat@127.0.0.1:1/x' }).end;
    expect({ code, said }).toEqual({ code: 1, said: 'The database of DATABASE_URL does not answer.\n' });
  });

  it('of a second product on the same data folder says so, and leaves the first one running', async () => {
    const url = await urlOf(place.start());
    const { code, said } = await place.start().end;
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
});

describe('a database that dies', () => {
  it('ends the product with 1 and one sentence, and the next start goes on with it', async () => {
    const first = place.start();
    await urlOf(first);
    process.kill(place.postmaster(), 'SIGKILL');
    const { code, said } = await first.end;
    expect(code).toBe(1);
    expect(said).toMatch(/^The database has stopped: [^\n]*SIGKILL[^\n]*\.\n$/);
    expect((await fetch(`${await urlOf(place.start())}/health/ready`)).status).toBe(200);
  });
});

describe('while marks stream in', () => {
  it('a kill loses none that was acknowledged', async () => {
    const first = place.start();
    const visitor = new Visitor(await urlOf(first));
    const sitting = await visitor.prepareSitting();
    const stream = new MarkStream(visitor, sitting, connections);
    await stream.reaches(400);
    first.process.kill('SIGKILL');
    await stream.ended();
    expect(stream.refused).toEqual([]);

    visitor.url = await urlOf(place.start());
    const stored = await storedMarks(visitor, sitting);
    expect(stream.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(stored.size).toBeLessThanOrEqual(stream.acknowledged.length + connections);
  });

  it('a SIGTERM ends with 0, loses none that was acknowledged and takes the database along', async () => {
    const first = place.start();
    const visitor = new Visitor(await urlOf(first));
    const sitting = await visitor.prepareSitting();
    // As browsers do: a connection opened ahead, on which nothing is ever asked.
    const silent = connect(Number(new URL(visitor.url).port), 'localhost').on('error', () => undefined);
    await once(silent, 'connect');
    const postmaster = place.postmaster();
    expect(isAlive(postmaster)).toBe(true);
    const stream = new MarkStream(visitor, sitting, connections);
    await stream.reaches(400);
    first.process.kill('SIGTERM');
    expect(await first.end).toEqual({ code: 0, said: '' });
    await stream.ended();
    // A connection that is told to come back later must hear that, not an error of ours.
    expect(stream.refused.filter((status) => status !== 503)).toEqual([]);
    expect(isAlive(postmaster)).toBe(false);
    expect(existsSync(join(place.dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    visitor.url = await urlOf(place.start());
    const stored = await storedMarks(visitor, sitting);
    expect(stream.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  });
});
