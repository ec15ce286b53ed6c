import { DataSource } from 'typeorm';
import { entities } from '../src/entities.js';
import { AuditTrail } from '../src/platform/audit/audit-trail.js';
import { verifyChain } from '../src/platform/audit/audit-verifier.js';
import { appConnection } from '../src/platform/database/connection.js';
import { Database } from '../src/platform/database/database.js';
import { wholeCommittee } from '../src/platform/database/row-scope.js';
import { type Measure, measureOf, median } from './measure.js';

const times = 300;
const atOnce = 16;

/** One change of the settings, as a request makes it, with and without its entry in the trail. */
class Changes {
  private readonly audit: AuditTrail;
  private turn = 0;

  constructor(
    readonly database: Database,
    readonly committeeId: string,
    private readonly accountId: string,
  ) {
    this.audit = new AuditTrail(database);
  }

  make(isAudited: boolean): Promise<void> {
    const { committeeId, accountId } = this;
    const [from, to] = [`Nơi ${this.turn}`, `Nơi ${(this.turn += 1)}`];
    return this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      await this.database.rows('UPDATE committee SET place = $2 WHERE id = $1', [committeeId, to]);
      if (!isAudited) return;
      const actor = {
        committeeId,
        accountId,
        signInId: null,
        origin: { address: '127.0.0.1', requestId: String(this.turn) },
      };
      const subject = { kind: 'committee', id: committeeId };
      this.audit.record(actor, { action: 'committee.changed', subject, values: { place: { from, to } } });
    });
  }

  async milliseconds(isAudited: boolean): Promise<number> {
    const startedAt = performance.now();
    await this.make(isAudited);
    return performance.now() - startedAt;
  }

  /** All of one committee, so that they wait for each other at the end of its chain. */
  async perSecond(isAudited: boolean): Promise<number> {
    const startedAt = performance.now();
    const one = async (): Promise<void> => {
      for (let each = 0; each < times / atOnce; each += 1) await this.make(isAudited);
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return (Math.ceil(times / atOnce) * atOnce) / ((performance.now() - startedAt) / 1000);
  }
}

/** What the audit trail costs a change, and how long the chain takes to be walked. */
export async function measureAudit(databaseUrl: string): Promise<Measure[]> {
  const source = await new DataSource({ ...appConnection(databaseUrl, atOnce), entities }).initialize();
  try {
    const database = new Database(source);
    const [{ committee, account } = { committee: '', account: '' }] = await ownerOf(databaseUrl);
    const changes = new Changes(database, committee, account);
    for (let warm = 0; warm < 50; warm += 1) await changes.make(warm % 2 === 0);
    const spent = { audited: [] as number[], bare: [] as number[] };
    for (let turn = 0; turn < times; turn += 1) {
      spent.audited.push(await changes.milliseconds(true));
      spent.bare.push(await changes.milliseconds(false));
    }
    const [audited, bare] = [await changes.perSecond(true), await changes.perSecond(false)];
    return [
      figure('audited change', median(spent.audited), 'ms', median(spent.bare)),
      figure(`audited changes of one committee, ${atOnce} at once`, audited, 'changes/s', bare),
      await walk(database, committee),
    ];
  } finally {
    await source.destroy();
  }
}

async function walk(database: Database, committeeId: string): Promise<Measure> {
  const startedAt = performance.now();
  const verdict = await database.inScope(wholeCommittee(committeeId), () =>
    verifyChain((statement, parameters) => database.rows(statement, parameters), committeeId),
  );
  if (verdict.breaks.length > 0) throw new Error(verdict.breaks.join('; '));
  const perSecond = verdict.head.seq / ((performance.now() - startedAt) / 1000);
  return figure('entries of the chain verified', perSecond, 'entries/s', null);
}

const figure = (name: string, value: number, unit: string, reference: number | null): Measure =>
  measureOf({ name, value, unit, reference, goal: null, isMet: null });

async function ownerOf(url: string): Promise<{ committee: string; account: string }[]> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await source.query('SELECT committee_id AS committee, id AS account FROM account LIMIT 1');
  } finally {
    await source.destroy();
  }
}
