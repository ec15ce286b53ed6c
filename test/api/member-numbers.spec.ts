import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { roleHolder, viewerFromAbove } from './support/role-holder.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;
const citizenNumber = '001085012345';
const phone = '0912345678';

beforeAll(async () => {
  day = await StudyDay.prepare();
  const numbers = { citizenNumber: '001 085 012 345', phone: '+84 912 345 678' };
  await day.make('PATCH', `/members/${day.member(0, 0)}`, numbers);
});
afterAll(() => day.test.stop());

const entered = (more: object) => ({
  ...{ fullName: 'Trần Mẫu Thêm', memberships: [{ cellId: day.cell(0), kind: 'official', from: '2020-01-01' }] },
  ...more,
});

describe('citizen number and phone of a member', () => {
  it('are shown masked but for the last four digits, and stand in no list', async () => {
    const one = await day.make('GET', `/members/${day.member(0, 0)}`);
    expect(one).toMatchObject({ citizenNumber: '•••••••• 2345', phone: '•••••• 5678' });
    const list = await day.test.call('GET', '/members');
    expect(list.raw.toString()).not.toMatch(/2345|5678|citizenNumber|phone/);
  });

  it('lie in the database sealed: a copy of it tells none of them', async () => {
    const rows = await ask(day.test.databaseUrl, 'SELECT * FROM member_secret');
    expect(rows).toHaveLength(2);
    const bytes = Buffer.concat(rows.flatMap(({ sealed, blind_index: index }) => [sealed as Buffer, index as Buffer]));
    expect(bytes.includes(citizenNumber)).toBe(false);
    expect(bytes.includes(phone)).toBe(false);
    const [audit] = await ask(day.test.databaseUrl, `SELECT string_agg(value, ' ') AS all FROM audit_value`);
    expect(String(audit?.['all'])).not.toMatch(/2345|5678/);
  });

  it('are refused where they are none, with a sentence at the field', async () => {
    for (const [field, wrong] of [
      ['citizenNumber', '12345'],
      ['citizenNumber', '00108501234X'],
      ['phone', '12345678'],
    ] as const) {
      const answer = await day.test.call('PATCH', `/members/${day.member(0, 1)}`, { [field]: wrong });
      expect(answer, wrong).toMatchObject({ status: 422, body: { errors: [{ path: field }] } });
    }
  });

  it('a citizen number is one person’s: a second is refused, alone and in a batch, and nothing of it is kept', async () => {
    const total = async () => (await day.make<{ total: number }>('GET', '/members')).total;
    const before = await total();
    const refused = { status: 409, body: { code: 'member.citizen-number-taken' } };
    expect(await day.test.call('PATCH', `/members/${day.member(0, 1)}`, { citizenNumber })).toMatchObject(refused);
    expect(await day.test.call('POST', '/members', entered({ citizenNumber }))).toMatchObject(refused);
    const twice = [entered({ citizenNumber: '001085000001' }), entered({ citizenNumber: '001085000001' })];
    expect(await day.test.call('POST', '/members/batch', { members: twice })).toMatchObject(refused);
    expect(await total()).toBe(before);
  });

  it('come in with new members, alone and in a batch; a phone may be shared', async () => {
    const one = await day.make<{ id: string }>('POST', '/members', entered({ citizenNumber: '011234567', phone }));
    expect(one).toMatchObject({ citizenNumber: '••••• 4567', phone: '•••••• 5678' });
    const members = [entered({ phone: '0243 825 5555' })];
    const { ids } = await day.make<{ ids: string[] }>('POST', '/members/batch', { members });
    expect(await day.make('GET', `/members/${ids[0]}`)).toMatchObject({ citizenNumber: null, phone: '••••••• 5555' });
  });

  it('change and go with an edit, and stay where the edit says nothing of them', async () => {
    const path = `/members/${day.member(0, 2)}`;
    await day.make('PATCH', path, { citizenNumber: '001085000009', phone: '0987654321' });
    await day.make('PATCH', path, { phone: '0987654322' });
    expect(await day.make('GET', path)).toMatchObject({ citizenNumber: '•••••••• 0009', phone: '•••••• 4322' });
    await day.make('PATCH', path, { phone: null });
    expect(await day.make('GET', path)).toMatchObject({ citizenNumber: '•••••••• 0009', phone: null });
    expect(await day.test.call('PATCH', path, { phone: '' })).toMatchObject({ status: 422 });
  });
});

describe('looking a member up by his number', () => {
  const found = async (number: string) => {
    const { items } = await day.make<{ items: { id: string }[] }>('POST', '/members/look-up', { number });
    return items.map(({ id }) => id);
  };

  it('finds him by the whole number, however it is written, and by no part of it', async () => {
    expect(await found('001 085 012 345')).toEqual([day.member(0, 0)]);
    expect(await found('+84912345678')).toContain(day.member(0, 0));
    expect(await found('001085012346')).toEqual([]);
    expect(await day.test.call('POST', '/members/look-up', { number: '2345' })).toMatchObject({ status: 422 });
  });

  it('stays within the cells of who asks', async () => {
    const other = await roleHolder(day.test, 'cell-secretary', day.cell(1));
    expect(await other('POST', '/members/look-up', { number: citizenNumber })).toMatchObject({ body: { total: 0 } });
    const own = await roleHolder(day.test, 'cell-secretary', day.cell(0));
    expect(await own('POST', '/members/look-up', { number: citizenNumber })).toMatchObject({ body: { total: 1 } });
  });
});

describe('showing a number whole', () => {
  const path = () => `/members/${day.member(0, 0)}/reveal`;
  const asked = { field: 'phone', reason: 'contact' };

  it('takes a reason, gives one number, is never kept by a browser, and stands in the audit trail', async () => {
    const answer = await day.test.call('POST', path(), asked);
    expect(answer).toMatchObject({ status: 200, body: { value: phone }, headers: { 'cache-control': 'no-store' } });
    expect(await day.test.call('POST', path(), { field: 'phone' })).toMatchObject({ status: 422 });
    const [entry] = await ask(
      day.test.databaseUrl,
      `SELECT e.subject_id, string_agg(v.field || '=' || v.value, ' ' ORDER BY v.field) AS told FROM audit_entry e
         JOIN audit_value v USING (committee_id, seq) WHERE e.action = 'member.number-revealed' GROUP BY e.seq, e.subject_id`,
    );
    expect(entry).toEqual({ subject_id: day.member(0, 0), told: 'field="phone" reason="contact"' });
  });

  it('is for those alone who may, and have proved themselves a short time ago', async () => {
    for (const role of ['secretary', 'cell-secretary', 'viewer', 'administrator']) {
      const ask = await roleHolder(day.test, role);
      expect(await ask('POST', path(), asked), role).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    }
    const clerk = await roleHolder(day.test, 'clerk');
    expect(await clerk('POST', path(), asked)).toMatchObject({ status: 200 });
    await ask(day.test.databaseUrl, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    expect(await clerk('POST', path(), asked)).toMatchObject({ status: 403, body: { code: 'access.prove-again' } });
    await ask(day.test.databaseUrl, 'UPDATE sign_in SET proved_at = now()');
  });

  it('answers the same of a number that is not there and of a member who is not there', async () => {
    for (const id of [day.member(1, 0), '01890000-0000-7000-8000-000000000000']) {
      expect(await day.test.call('POST', `/members/${id}/reveal`, asked)).toMatchObject({ status: 404 });
    }
  });
});

it('a viewer from above who sees names sees neither numbers nor why somebody is exempt', async () => {
  await day.make('POST', `/members/${day.member(0, 0)}/exemptions`, { kind: 'treatment', from: '2026-01-01' });
  await day.make('PATCH', '/committee', { showsNamesAbove: true });
  const viewer = await viewerFromAbove(day.test);
  const seen = await viewer('GET', `/members/${day.member(0, 0)}`);
  expect(seen.body).toMatchObject({ fullName: 'Nguyễn Thị Thử An', citizenNumber: null, phone: null });
  expect(seen.body['exemptions']).toMatchObject([{ kind: null }]);
  expect(await viewer('POST', '/members/look-up', { number: citizenNumber })).toMatchObject({ body: { total: 0 } });
});

it('after all this no table holds one of the numbers to be read, the audit trail neither', async () => {
  await day.make('POST', '/members', entered({ citizenNumber: '001085066666', phone: '0977777777' }));
  const tables = await ask(
    day.test.databaseUrl,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const [found] = await ask(
      day.test.databaseUrl,
      `SELECT count(*)::int AS rows FROM ${String(name)} t WHERE t::text ~ '001085|011234567|0912345678|098765432|02438255555|0977777777'`,
    );
    expect(found, String(name)).toEqual({ rows: 0 });
  }
});
