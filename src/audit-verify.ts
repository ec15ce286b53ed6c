import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fail } from './lifecycle.js';
import { type RollVerdict, verifyRolls } from './attendance/roll-verifier.js';
import { type Ask, type Verdict, verifyChains } from './platform/audit/audit-verifier.js';
import type { ChainHead } from './platform/audit/chain-walk.js';
import { readHeads, writeHeads } from './platform/audit/heads-file.js';
import { readEnvironment, requireNode, StartError } from './platform/config/environment.js';
import { EmbeddedServerError } from './platform/database/embedded/embedded-server.errors.js';
import { type JoinedServer, joinEmbeddedPostgres } from './platform/database/embedded/joined-server.js';
import { codeOf, unreachable } from './platform/database/unreachable.js';

const usage = 'Usage: npm run audit:verify -- [--heads FILE] [--against FILE]';
const undefinedTable = '42P01';

interface Found {
  verdicts: Verdict[];
  /** Closed rolls against the digests that their closings left in the chains. */
  rolls: RollVerdict;
}

/** Verifies the audit chains of all committees; the product may be running meanwhile (docs/operations.md). */
async function main(): Promise<void> {
  requireNode();
  const { heads, against } = options();
  const known = against === undefined ? [] : await readHeads(against);
  const { verdicts, rolls } = await verdictsOn(await database(), known);
  const verifiedAt = new Date().toISOString();
  const lines = verdicts.map(({ head, breaks, erased }) =>
    JSON.stringify({ ...head, isWhole: breaks.length === 0, erased, verifiedAt }),
  );
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const sentences = verdicts.flatMap(({ head, breaks }) =>
    breaks.map((each) => `Committee ${head.committeeId}: ${each}.`),
  );
  sentences.push(...rolls.breaks);
  if (sentences.length > 0) {
    process.stderr.write(`${sentences.join('\n')}\n`);
    process.exitCode = 1;
    // Heads of a broken chain must not take the place of those that show the break.
  } else if (heads !== undefined) {
    await writeHeads(heads, lines);
  }
}

function options(): { heads?: string; against?: string } {
  try {
    const { heads, against } = parseArgs({
      options: { heads: { type: 'string' }, against: { type: 'string' } },
    }).values;
    return { ...(heads !== undefined && { heads }), ...(against !== undefined && { against }) };
  } catch (reason) {
    throw new StartError(usage, { cause: reason });
  }
}

async function database(): Promise<JoinedServer> {
  const { DATABASE_URL, DATA_DIR } = readEnvironment(process.env);
  if (DATABASE_URL) return { url: DATABASE_URL, leave: () => Promise.resolve() };
  try {
    return await joinEmbeddedPostgres(resolve(DATA_DIR));
  } catch (reason) {
    if (reason instanceof EmbeddedServerError) throw new StartError(reason.message, { cause: reason });
    throw reason;
  }
}

async function verdictsOn({ url, leave }: JoinedServer, known: readonly ChainHead[]): Promise<Found> {
  const client = new pg.Client({ connectionString: url, application_name: 'quan-triet-audit-verify' });
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask: Ask = async <Row>(statement: string, parameters?: unknown[]) =>
      (await client.query(statement, parameters)).rows as Row[];
    return { verdicts: await verifyChains(ask, known), rolls: await verifyRolls(ask) };
  } catch (reason) {
    const code = codeOf(reason);
    const sentence = code === undefinedTable ? 'This database has no audit trail yet.' : unreachable[code];
    throw sentence === undefined ? reason : new StartError(sentence, { cause: reason });
  } finally {
    await client.end();
    await leave();
  }
}

main().catch(fail);
