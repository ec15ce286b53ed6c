import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody } from '../support/test-app.js';
import { StudyDay } from './support/study-day.js';

interface Entered {
  id: string;
}

let day: StudyDay;
let part: { id: string; cells: string[]; member: string };

beforeAll(async () => {
  day = await StudyDay.prepare();
  const unit = async (name: string, kind: string, parentId?: string): Promise<string> =>
    (await day.make<Entered>('POST', '/units', { name, kind, foundedOn: '2010-01-01', ...(parentId && { parentId }) }))
      .id;
  const id = await unit('Đảng bộ bộ phận', 'committee');
  const cells = [await unit('Chi bộ A', 'cell', id), await unit('Chi bộ B', 'cell', id)];
  const memberships = [{ cellId: cells[1], kind: 'official', from: '2015-01-01' }];
  const member = await day.make<Entered>('POST', '/members', { fullName: 'Trần Thử Ở Bộ Phận', memberships });
  part = { id, cells, member: member.id };
});
afterAll(() => day.test.stop());

/** Somebody with one role at one unit. @returns the headers that make a request his */
async function holder(role: string, unitId: string): Promise<{ cookie: string }> {
  const [id, name] = [randomUUID(), `nguoi-${randomUUID().slice(0, 8)}`];
  await ask(
    day.test.databaseUrl,
    `INSERT INTO account (id, committee_id, login_name, display_name, password_hash, created_at)
     SELECT $1, committee_id, $2, $2, password_hash, now() FROM account LIMIT 1`,
    [id, name],
  );
  await ask(
    day.test.databaseUrl,
    `INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, valid, granted_at)
     SELECT committee_id, $2, id, $3, $4, false, daterange(current_date - 1, NULL), now() FROM account WHERE id = $1`,
    [id, randomUUID(), unitId, role],
  );
  const { password } = firstRunBody.account;
  const answer = await day.test.call('POST', '/sign-in', { loginName: name, password });
  return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

const merger = (cellIds: (string | undefined)[], more: object = {}) => ({
  ...{ cellIds, target: { name: 'Chi bộ A và B' }, on: '2026-10-01' },
  ...more,
});

it('who looks after a part of the tree merges its cells there, and no others', async () => {
  const clerk = await holder('clerk', part.id);
  const beyond = await day.test.call('POST', '/units/merger', merger([part.cells[0], day.cell(0)]), clerk);
  expect(beyond).toMatchObject({ status: 404, body: { code: 'not-found' } });
  const committee = await day.make<Entered>('GET', '/committee');
  const above = merger(part.cells, { target: { name: 'Chi bộ ở trên', parentId: committee.id } });
  expect(await day.test.call('POST', '/units/merger', above, clerk)).toMatchObject({ status: 404 });
  const done = await day.test.call('POST', '/units/merger', merger(part.cells), clerk);
  expect(done).toMatchObject({ status: 201, body: { moves: [{ fromCellId: part.cells[1], members: 1 }] } });
  const { memberships } = await day.make<{ memberships: object[] }>('GET', `/members/${part.member}`);
  expect(memberships).toHaveLength(2);
  const changeId = String(done.body['changeId']);
  const other = await holder('clerk', day.cell(0));
  expect(await day.test.call('DELETE', `/units/changes/${changeId}`, undefined, other)).toMatchObject({ status: 404 });
  expect(await day.test.call('DELETE', `/units/changes/${changeId}`, undefined, clerk)).toMatchObject({ status: 200 });
});

it('who may not change members and cells neither merges, nor looks at what would be, nor takes back', async () => {
  for (const role of ['secretary', 'viewer', 'administrator']) {
    const headers = await holder(role, part.id);
    for (const path of ['/units/merger', '/units/merger/preview']) {
      expect(await day.test.call('POST', path, merger(part.cells), headers), role).toMatchObject({ status: 403 });
    }
    const gone = await day.test.call('DELETE', `/units/changes/${randomUUID()}`, undefined, headers);
    expect(gone).toMatchObject({ status: 403 });
  }
});

it('a token that was given for members alone changes no cells', async () => {
  await ask(
    day.test.databaseUrl,
    `INSERT INTO sign_in (token_hash, id, kind, committee_id, account_id, name, permissions, created_at, expires_at, proved_at,
                          seen_at, address, agent)
     SELECT sha256('member-token-of-a-program'), gen_random_uuid(), 'token', committee_id, id, 'Chương trình',
            '{member.change,unit.read}', now(), now() + interval '1 day', now(), now(), '', '' FROM account ORDER BY created_at LIMIT 1`,
  );
  const headers = { authorization: 'Bearer member-token-of-a-program' };
  expect((await day.test.call('GET', '/units', undefined, headers)).status).toBe(200);
  const answer = await day.test.call('POST', '/units/merger', merger(part.cells), headers);
  expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
});
