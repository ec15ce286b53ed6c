import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { SessionFiguresDto, RollDto } from '../src/attendance/attendance.dto.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded/embedded-server.js';
import type { SessionDto } from '../src/sessions/session.dto.js';
import { measureAudit } from './audited-change.js';
import { urlOf } from './database-url.js';
import { HttpClient } from './http-client.js';
import { measureImports } from './import.js';
import type { Load } from './http-marks.js';
import { type Measure, measureOf, median, publish } from './measure.js';
import { startProduct } from './product.js';
import { plantOpenDay } from './open-day.js';
import { measureSearch } from './search.js';
import { measureTree } from './tree.js';
import { measureWeb } from './web.js';

const rounds = 3;
const seconds = 5;
/** More than any machine has answered. */
const readyPerSecond = 20_000;

/** The database's own speed: one row a statement, 32 connections, the same table with its keys. @returns rows a second */
async function bareInserts(url: string, sessionId: string, sittingId: string, memberIds: string[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  const { rows: accounts } = await pool.query<{ committee: string; account: string }>(
    'SELECT committee_id AS committee, id AS account FROM account',
  );
  const [{ committee, account } = { committee: '', account: '' }] = accounts;
  const text = `INSERT INTO mark (committee_id, sitting_id, id, session_id, member_id, kind, method, taken_at, taken_by, received_at)
    VALUES ($1, $2, $3, $4, $5, 'present', 'name', now(), $6, now())`;
  // Made before the clock runs, as the requests of the load are.
  const rows = Array.from({ length: seconds * readyPerSecond }, () => {
    const member = memberIds[Math.floor(Math.random() * memberIds.length)];
    return [committee, sittingId, uuidv7(), sessionId, member, account];
  });
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  let saved = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const values = rows.pop();
      if (!values) throw new Error('more rows than were made ready');
      await pool.query({ name: 'insert-mark', text, values });
      saved += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, connection));
  const perSecond = saved / ((performance.now() - startedAt) / 1000);
  await pool.end();
  return perSecond;
}

async function httpMarks(load: Load): Promise<number> {
  const child = fork('dist/bench/http-marks.js');
  child.send(load);
  const [perSecond] = (await once(child, 'message')) as [number];
  child.kill();
  return perSecond;
}

async function measureStart(dataDir: string): Promise<Measure> {
  const product: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProduct(dataDir);
    product.push(server.startedInMs);
    await server.stop();
    const startedAt = performance.now();
    const database = await startEmbeddedPostgres({ dataDir });
    bare.push(performance.now() - startedAt);
    await database.stop();
  }
  return measureOf({
    name: 'start to ready, warm data folder',
    value: median(product),
    unit: 'ms',
    reference: median(bare),
    goal: null,
    isMet: null,
  });
}

async function measureMarks(dataDir: string, client: HttpClient, session: SessionDto): Promise<Measure> {
  const [first] = session.classes;
  const sittingId = first?.sittings[0]?.id ?? '';
  const { people } = await client.json<RollDto>('GET', `/classes/${first?.id}/roll`);
  const memberIds = people.map(({ memberId }) => memberId);
  const databaseUrl = await urlOf(dataDir);
  const load: Load = {
    url: client.url,
    cookie: client.cookie,
    sittingId,
    memberIds,
    connections: 64,
    seconds,
    readyPerSecond,
  };
  const http: number[] = [];
  const bare: number[] = [];
  // Compiled code, as in a server that has run for a while; single runs on two shared cores vary by a tenth.
  await httpMarks({ ...load, seconds: 8 });
  for (let round = 0; round < 5; round += 1) {
    http.push(await httpMarks(load));
    bare.push(await bareInserts(databaseUrl, session.id, sittingId, memberIds));
  }
  return measureOf({
    ...{
      name: 'durable check-ins over HTTP, 64 connections',
      value: median(http),
      unit: 'marks/s',
      reference: median(bare),
    },
    ...{
      goal: 'ratio ≥ 1.0 to single-row inserts, 32 connections',
      isMet: ({ ratio }: Measure) => (ratio ?? 0) >= 1,
    },
  });
}

async function measureDocuments(client: HttpClient, sessionId: string): Promise<Measure[]> {
  const { classes } = await client.json<SessionFiguresDto>('GET', `/sessions/${sessionId}/figures`);
  const list = `?classId=${classes[0]?.classId}`;
  const papers = [
    ...['pdf', 'docx', 'xlsx'].flatMap((format) => [`result-report/${format}`, `attendance-list/${format}${list}`]),
    ...['docx', 'html'].map((format) => `news-item/${format}`),
  ];
  const measures: Measure[] = [];
  for (const paper of papers) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      await client.bytes(`/sessions/${sessionId}/reports/${paper}`);
      times.push(performance.now() - startedAt);
    }
    const name = `${paper.split('?')[0]}, ward of 930`;
    measures.push(
      measureOf({
        name,
        value: median(times),
        unit: 'ms',
        reference: null,
        goal: '< 1000 ms',
        isMet: ({ value }) => value < 1000,
      }),
    );
  }
  return measures;
}

const dataDir = await mkdtemp(join(tmpdir(), 'quan-triet-bench-'));
try {
  const server = await startProduct(dataDir);
  const client = new HttpClient(server.url);
  const session = await plantOpenDay(client);
  const documents = await measureDocuments(client, session.id);
  const marks = await measureMarks(dataDir, client, session);
  const audit = await measureAudit(await urlOf(dataDir));
  const web = await measureWeb(client, session);
  const peak = await server.peakMegabytes();
  // After the peak was read: so large a committee would tell nothing of a ward.
  const tree = await measureTree(dataDir, client);
  await server.stop();
  const start = await measureStart(dataDir);
  const imports = await measureImports();
  const search = await measureSearch(process.argv.includes('--large'));
  const memory = measureOf({
    name: 'peak memory of the server in this run',
    value: peak,
    unit: 'MB',
    reference: null,
    goal: null,
    isMet: null,
  });
  await publish([start, marks, ...audit, ...documents, ...web, ...tree, ...imports, ...search, memory]);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
