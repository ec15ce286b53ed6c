import { Agent, request } from 'node:http';
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

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function put({ url, cookie, sittingId, memberIds }: Load): Promise<number> {
  const memberId = memberIds[Math.floor(Math.random() * memberIds.length)];
  const body = JSON.stringify({ memberId, kind: 'present', method: 'name', takenAt: new Date().toISOString() });
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/v1/sittings/${sittingId}/marks/${uuidv7()}`,
      { method: 'PUT', agent, headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Keeps each connection busy with one mark after the other. @returns marks answered 201 a second */
async function run(load: Load): Promise<number> {
  const startedAt = performance.now();
  const end = startedAt + load.seconds * 1000;
  let saved = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const status = await put(load);
      if (status !== 201) throw new Error(`a mark was answered ${status}`);
      saved += 1;
    }
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  return saved / ((performance.now() - startedAt) / 1000);
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
