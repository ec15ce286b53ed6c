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
}

const crlf = '\r\n';

function requestText({ url, cookie, sittingId, memberIds }: Load): string {
  const memberId = memberIds[Math.floor(Math.random() * memberIds.length)];
  const body = JSON.stringify({ memberId, kind: 'present', method: 'name', takenAt: new Date().toISOString() });
  const head = [
    `PUT /api/v1/sittings/${sittingId}/marks/${uuidv7()} HTTP/1.1`,
    ...[
      `host: ${new URL(url).host}`,
      `cookie: ${cookie}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
    ],
  ];
  return head.join(crlf) + crlf + crlf + body;
}

/** A connection that speaks just enough HTTP: on these two cores a whole client library would cost as much as the server. */
class Connection {
  private received = '';
  private answered: ((status: number) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.read(chunk));
  }

  static async open(url: string): Promise<Connection> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.setNoDelay(true);
    await once(socket, 'connect');
    return new Connection(socket);
  }

  send(text: string): Promise<number> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(text);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: string): void {
    this.received += chunk;
    const end = this.received.indexOf(crlf + crlf);
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.received)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const status = Number(this.received.slice(9, 12));
    this.received = '';
    this.answered?.(status);
  }
}

/** Keeps each connection busy with one mark after the other. @returns marks answered 201 a second */
async function run(load: Load): Promise<number> {
  const connections = await Promise.all(Array.from({ length: load.connections }, () => Connection.open(load.url)));
  const startedAt = performance.now();
  const end = startedAt + load.seconds * 1000;
  let saved = 0;
  const keepBusy = async (connection: Connection): Promise<void> => {
    while (performance.now() < end) {
      const status = await connection.send(requestText(load));
      if (status !== 201) throw new Error(`a mark was answered ${status}`);
      saved += 1;
    }
  };
  await Promise.all(connections.map(keepBusy));
  const perSecond = saved / ((performance.now() - startedAt) / 1000);
  for (const connection of connections) connection.close();
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
