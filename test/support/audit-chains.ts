import pg from 'pg';
import { actionWords } from '../../src/audit/action-words.js';
import { ask } from '../migrations/support/catalog.js';
import { type Verdict, verifyChains } from '../../src/platform/audit/audit-verifier.js';

/** Walks the audit chains of a database as the schema's owner sees them. */
export async function chainsOf(url: string): Promise<Verdict[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await verifyChains(
      async <Row>(statement: string, parameters?: unknown[]) =>
        (await client.query(statement, parameters)).rows as Row[],
    );
  } finally {
    await client.end();
  }
}

/** After each file of tests: whatever they did, the trail of it must hold, and people must be able to read it. */
export async function requireWholeChains(url: string): Promise<void> {
  const broken = (await chainsOf(url)).flatMap(({ breaks }) => breaks);
  if (broken.length > 0) throw new Error(`the audit chain is broken: ${broken.join('; ')}`);
  const recorded = await ask<{ action: string }>(url, 'SELECT DISTINCT action FROM audit_entry');
  const wordless = recorded.filter(({ action }) => !(action in actionWords));
  if (wordless.length > 0)
    throw new Error(`src/audit/action-words.ts lacks ${wordless.map(({ action }) => action).join(', ')}`);
}
