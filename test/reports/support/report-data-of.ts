import { ACTOR_SOURCE, type ActorSource } from '../../../src/platform/access/access.guard.js';
import type { Actor } from '../../../src/platform/access/actor.js';
import { Database } from '../../../src/platform/database/database.js';
import { wholeCommittee } from '../../../src/platform/database/row-scope.js';
import type { SessionReportData } from '../../../src/reports/report-data.js';
import { ReportDataService } from '../../../src/reports/report-data.service.js';
import type { TestApp } from '../../support/test-app.js';

/** What the reports of a session are made of, as the first account gets it. */
export async function reportDataOf(test: TestApp, sessionId: string, reportedOn: string): Promise<SessionReportData> {
  const { app } = test;
  const origin = { address: '127.0.0.1', requestId: 'test' };
  const token = test.cookie().split('=')[1] ?? '';
  const holder = await app.get<ActorSource>(ACTOR_SOURCE, { strict: false }).holderOf(token, origin);
  if (!holder) throw new Error('the first account is not signed in');
  const scope = wholeCommittee(holder.committeeId, holder.accountId);
  const actor: Actor = { ...holder, origin, scope, reach: { isWhole: true, paths: [], doors: [] } };
  const data = app.get(ReportDataService, { strict: false });
  return app.get(Database, { strict: false }).inScope(scope, () => data.ofSession(actor, sessionId, reportedOn));
}
