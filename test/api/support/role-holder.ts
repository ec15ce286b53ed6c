import { randomUUID } from 'node:crypto';
import { ask } from '../../migrations/support/catalog.js';
import { type Answer, firstRunBody, type Method, type TestApp } from '../../support/test-app.js';

/** Somebody with one role at a unit, signed in: asks as he would. */
export type RoleHolder = (method: Method, path: string, body?: object) => Promise<Answer>;

/** @param unitId the committee itself where it is not given */
export async function roleHolder(test: TestApp, role: string, unitId?: string): Promise<RoleHolder> {
  const [id, loginName] = [randomUUID(), `${role}-${randomUUID().slice(0, 8)}`];
  await ask(
    test.databaseUrl,
    `INSERT INTO account (id, committee_id, login_name, display_name, password_hash, created_at)
     SELECT $1, committee_id, $2, $2, password_hash, now() FROM account LIMIT 1`,
    [id, loginName],
  );
  await ask(
    test.databaseUrl,
    `INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, valid, granted_at)
     SELECT committee_id, $2, id, coalesce($3, committee_id), $4, true, daterange(current_date - 1, NULL), now()
       FROM account WHERE id = $1`,
    [id, randomUUID(), unitId ?? null, role],
  );
  const { password } = firstRunBody.account;
  const answer = await test.call('POST', '/sign-in', { loginName, password });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return (method, path, body) => test.call(method, path, body, { cookie });
}
