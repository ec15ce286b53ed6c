import { randomUUID } from 'node:crypto';
import { ask } from '../../migrations/support/catalog.js';
import { type Answer, firstRunBody, type Method, type TestApp } from '../../support/test-app.js';

/** Somebody with one role at a unit, signed in: asks as he would. */
export type RoleHolder = (method: Method, path: string, body?: object) => Promise<Answer>;

/**
 * The cookie of somebody with one role, who has just signed in.
 * @param unitId the committee itself where it is not given
 */
export async function roleCookie(test: TestApp, role: string, unitId?: string): Promise<string> {
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
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

/** @param unitId the committee itself where it is not given */
export async function roleHolder(test: TestApp, role: string, unitId?: string): Promise<RoleHolder> {
  const cookie = await roleCookie(test, role, unitId);
  return (method, path, body) => test.call(method, path, body, { cookie });
}

/** Somebody of a superior committee, with a viewer's role there, who looks into this one. */
export async function viewerFromAbove(test: TestApp): Promise<RoleHolder> {
  const above = randomUUID();
  const [ward] = await ask<{ id: string }>(test.databaseUrl, 'SELECT id FROM committee LIMIT 1');
  const labels = [above, ward?.id ?? ''];
  await ask(test.databaseUrl, 'INSERT INTO unit (id, created_at) VALUES ($1, now())', [above]);
  await ask(
    test.databaseUrl,
    `INSERT INTO unit_version (unit_id, valid, name, kind, path)
     VALUES ($1::uuid, '[1990-01-01,)', 'Đảng bộ cấp trên', 'committee', ($1::uuid)::text::ltree)`,
    [above],
  );
  await ask(
    test.databaseUrl,
    `INSERT INTO committee (id, body_name, superior_name, superior_body_name, place, document_code, signing_power,
                            signer_post, signer_name, recipients)
     SELECT $1, 'Cấp trên', superior_name, superior_body_name, place, document_code, signing_power, signer_post, signer_name,
            recipients FROM committee WHERE id = $2`,
    labels,
  );
  await ask(test.databaseUrl, `INSERT INTO audit_head VALUES ($1, 0, decode(repeat('00', 32), 'hex'))`, [above]);
  await ask(
    test.databaseUrl,
    `UPDATE unit_version SET path = ($1::uuid)::text::ltree || path, parent_id = coalesce(parent_id, $1::uuid)
      WHERE path <@ ($2::uuid)::text::ltree`,
    labels,
  );
  const viewer = await roleHolder(test, 'viewer');
  await ask(
    test.databaseUrl,
    `UPDATE role_grant g SET committee_id = $1, unit_id = $1 FROM (SELECT id FROM account ORDER BY created_at DESC LIMIT 1) a
      WHERE g.account_id = a.id AND $2::uuid IS NOT NULL`,
    labels,
  );
  await ask(
    test.databaseUrl,
    `UPDATE account SET committee_id = $1 WHERE id = (SELECT id FROM account ORDER BY created_at DESC LIMIT 1)`,
    [above],
  );
  return viewer;
}
