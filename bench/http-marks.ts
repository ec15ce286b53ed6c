import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';

/** What the parent process asks of this one. */
export interface Load {
  url: string;
  cookie: string;
  sittingId: string;
  memberIds: string[];
  connections: number;
  seconds: number;
  /** Marks to make ready for each of them, more than will be answered. */
  readyPerSecond: number;
}

const crlf = '\r\n';

/** Requests as they go over the wire, made before the clock runs: on these two cores their maker would be measured too. */
function requestTexts({ url, cookie, sittingId, memberIds, seconds, readyPerSecond }: Load): string[] {
  const takenAt = new Date().toISOString();
  const host = new URL(url).host;
  return Array.from({ length: seconds * readyPerSecond }, () => {
    const memberId = memberIds[Math.floor(Math.random() * memberIds.length)];
    const body = JSON.stringify({ memberId, kind: 'present', method: 'name', takenAt });
    const head = [
      `PUT /api/v1/sittings/${sittingId}/marks/${uuidv7()} HTTP/1.1`,
      ...[`host: ${host}`, `cookie: ${cookie}`, 'content-type: application/json', `content-length: ${body.length}`],
    ];
    return head.join(crlf) + crlf + crlf + body;
  });
}

/**
 * A connection that speaks just enough HTTP and reads into one buffer: a client library, or Node's streams alone, would
 * take as much of the two cores as the server does.
 */
class Connection {
  private received = '';
  private readonly socket: Socket;

  /** @param answered is told the status of each answer; one request is under way at a time */
  constructor(url: string, answered: (status: number) => void) {
    const buffer = Buffer.alloc(16_384);
    const callback = (bytes: number): boolean => {
      this.received += buffer.toString('latin1', 0, bytes);
      if (!isWhole(this.received)) return true;
      const status = Number(this.received.slice(9, 12));
      this.received = '';
      answered(status);
      return true;
    };
    this.socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', onread: { buffer, callback } });
    this.socket.setNoDelay(true);
  }

  async opened(): Promise<void> {
    await once(this.socket, 'connect');
  }

  send(text: string): void {
    this.socket.write(text, 'latin1');
  }

  close(): void {
    this.socket.destroy();
  }
}

function isWhole(received: string): boolean {
  const end = received.indexOf(crlf + crlf);
  if (end < 0) return false;
  const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
  return received.length >= end + 4 + length;
}

/** Keeps each connection busy with one mark after the other. @returns marks answered 201 a second */
async function run(load: Load): Promise<number> {
  const texts = requestTexts(load);
  const { promise: ended, resolve, reject } = Promise.withResolvers<number>();
  let [startedAt, sent, saved, busy] = [0, 0, 0, load.connections];
  const connections = Array.from({ length: load.connections }, () => {
    const connection = new Connection(load.url, (status) => {
      if (status !== 201) return reject(new Error(`a mark was answered ${status}`));
      saved += 1;
      const took = performance.now() - startedAt;
      if (took < load.seconds * 1000) next();
      else if ((busy -= 1) === 0) resolve(saved / (took / 1000));
    });
    const next = (): void => {
      const text = texts[sent];
      if (text === undefined) return reject(new Error('more marks than were made ready'));
      sent += 1;
      connection.send(text);
    };
    return { connection, next };
  });
  await Promise.all(connections.map(({ connection }) => connection.opened()));
  startedAt = performance.now();
  for (const { next } of connections) next();
  const perSecond = await ended;
  for (const { connection } of connections) connection.close();
  return perSecond;
}

process.on('message', (load: Load) => {
  run(load).then(
    (perSecond) => process.send?.(perSecond),
    (reason: unknown) => {
      process.stderr.write(`${String(reason)}\n`);
      process.exit(1);
    },
  );
});
