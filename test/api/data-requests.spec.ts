import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { addDays } from '../../src/personal-data/working-days.js';
import { ask } from '../migrations/support/catalog.js';
import { roleHolder } from './support/role-holder.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

interface Request {
  id: string;
  dueOn: string;
  daysLeft: number;
}

const receive = (more: object = {}) =>
  day.make<Request>('POST', '/data-requests', {
    memberId: day.member(0, 0),
    kind: 'view',
    receivedOn: today(),
    ...more,
  });

describe('a request about personal data', () => {
  it('is due by the clock of its kind: two working days to acknowledge, then 10, 15 or 20 days', async () => {
    const periods = { view: 10, correct: 10, withdraw: 15, restrict: 15, object: 15, delete: 20 };
    for (const [kind, days] of Object.entries(periods)) {
      const one = await receive({ kind, receivedOn: '2026-11-20' });
      const dueOn = addDays('2026-11-20', days);
      expect(one, kind).toMatchObject({ state: 'received', acknowledgeBy: '2026-11-24', dueOn, firstDueOn: dueOn });
    }
    const now = await receive();
    expect(now).toMatchObject({ daysLeft: 10, may: { acknowledge: true, extend: true, complete: true, erase: false } });
  });

  it('goes from received over acknowledged to done, once, and each step stands in the audit trail', async () => {
    const { id } = await receive({ kind: 'correct', detail: 'Ngày sinh ghi sai' });
    const step = (path: string, body?: object) => day.test.call('POST', `/data-requests/${id}/${path}`, body);
    expect(await step('acknowledgement')).toMatchObject({ status: 200, body: { state: 'acknowledged' } });
    expect(await step('acknowledgement')).toMatchObject({ status: 409, body: { code: 'data-request.acknowledged' } });
    const done = await step('completion', { outcome: 'Đã sửa ngày sinh theo căn cước' });
    expect(done).toMatchObject({ status: 200, body: { state: 'done', daysLeft: null, may: { refuse: false } } });
    for (const [path, body] of [
      ['completion', { outcome: 'x' }],
      ['refusal', { ground: 'other', explanation: 'x' }],
      ['extension', { reason: 'x' }],
    ] as const) {
      expect(await step(path, body), path).toMatchObject({ status: 409, body: { code: 'data-request.closed' } });
    }
    const steps = await ask(day.test.databaseUrl, 'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq', [
      id,
    ]);
    expect(steps.map(({ action }) => action)).toEqual([
      ...['data-request.received', 'data-request.acknowledged', 'data-request.done'],
    ]);
  });

  it('is extended once, by as much again, with a reason, and not after its day', async () => {
    const { id, dueOn } = await receive({ kind: 'restrict' });
    const extend = (of: string, body: object) => day.test.call('POST', `/data-requests/${of}/extension`, body);
    expect(await extend(id, {})).toMatchObject({ status: 422 });
    const longer = await extend(id, { reason: 'Phải hỏi Thành ủy' });
    expect(longer.body).toMatchObject({ dueOn: addDays(dueOn, 15), firstDueOn: dueOn, daysLeft: 30 });
    expect(await extend(id, { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'data-request.extended' } });
    const late = await receive({ receivedOn: addDays(today(), -11) });
    expect(late.daysLeft).toBe(-1);
    expect(await extend(late.id, { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'data-request.late' } });
  });

  it('is refused on a ground and with an explanation', async () => {
    const { id } = await receive({ kind: 'delete' });
    const path = `/data-requests/${id}/refusal`;
    expect(await day.test.call('POST', path, { ground: 'other' })).toMatchObject({ status: 422 });
    const refusal = { ground: 'party-records', explanation: 'Hồ sơ đảng viên phải lưu theo quy định.' };
    const answer = await day.test.call('POST', path, refusal);
    expect(answer.body).toMatchObject({ state: 'refused', refusalGround: 'party-records' });
  });

  it('cannot come from tomorrow, nor from nobody', async () => {
    const body = { memberId: day.member(0, 0), kind: 'view', receivedOn: addDays(today(), 1) };
    const tomorrow = await day.test.call('POST', '/data-requests', body);
    expect(tomorrow).toMatchObject({ status: 422, body: { errors: [{ path: 'receivedOn' }] } });
    const nobody = { ...body, memberId: day.cell(0), receivedOn: today() };
    expect(await day.test.call('POST', '/data-requests', nobody)).toMatchObject({ status: 422 });
  });

  it('stands in the list by what is due first, those that are over last', async () => {
    const list = await day.make<(Request & { closedAt: string | null })[]>('GET', '/data-requests');
    const open = list.filter(({ closedAt }) => closedAt === null);
    expect(list.slice(0, open.length)).toEqual(open);
    expect(open[0]?.daysLeft).toBe(Math.min(...open.map(({ daysLeft }) => daysLeft)));
    expect(await day.make('GET', '/data-requests?state=closed')).toHaveLength(list.length - open.length);
    expect(await day.make('GET', `/data-requests?memberId=${day.member(1, 0)}`)).toEqual([]);
  });

  it('is the business of secretary and clerk of the whole committee alone', async () => {
    for (const [role, status] of [
      ['secretary', 200],
      ['clerk', 200],
      ['administrator', 403],
      ['cell-secretary', 403],
      ['viewer', 403],
    ] as const) {
      const person = await roleHolder(day.test, role);
      expect((await person('GET', '/data-requests')).status, role).toBe(status);
    }
    const below = await roleHolder(day.test, 'clerk', day.cell(0));
    expect((await below('GET', '/data-requests')).status).toBe(403);
  });
});

describe('periods and holidays', () => {
  it('are the committee’s to change, for requests that come in after it', async () => {
    const before = await receive({ receivedOn: '2026-11-20' });
    const rules = await day.make<{ days: object; retention: object }>('GET', '/data-rules');
    const datedHolidays = [{ from: '2026-11-23', to: '2026-11-24', name: 'Nghỉ bù' }];
    const changed = { ...rules, acknowledgeWorkingDays: 3, days: { ...rules.days, view: 7 }, datedHolidays };
    expect(await day.make('PUT', '/data-rules', changed)).toEqual(changed);
    const after = await receive({ receivedOn: '2026-11-20' });
    expect(after).toMatchObject({ acknowledgeBy: '2026-11-27', dueOn: '2026-11-27' });
    expect(await day.make('GET', `/data-requests/${before.id}`)).toMatchObject({ dueOn: '2026-11-30' });
  });

  it('are refused where they make no sense, and to whoever may not change the committee', async () => {
    const rules = await day.make<object>('GET', '/data-rules');
    for (const wrong of [
      { yearlyHolidays: [{ day: '02-30', name: 'Không có' }] },
      { datedHolidays: [{ from: '2027-02-10', to: '2027-02-04', name: 'Ngược' }] },
      { acknowledgeWorkingDays: 0 },
      { retention: { rolls: { months: 60, erases: true } } },
    ]) {
      const answer = await day.test.call('PUT', '/data-rules', { ...rules, ...wrong });
      expect(answer.status, JSON.stringify(wrong)).toBe(422);
    }
    const secretary = await roleHolder(day.test, 'secretary');
    expect((await secretary('PUT', '/data-rules', rules)).status).toBe(403);
  });
});

describe('what is held about a person', () => {
  it('is gathered for his request to view it, as data and as papers, numbers masked', async () => {
    const memberId = day.member(1, 1);
    await day.make('PATCH', `/members/${memberId}`, { citizenNumber: '001085077777', phone: '0911223344' });
    const one = await day.plan();
    await day.callRoll(one, 0);
    await day.callRoll(one, 1, [{ memberId, kind: 'excused', reason: 'illness' }]);
    await day.make('POST', `/classes/${one.classId}/closing`);
    const { id } = await receive({ memberId });
    const data = await day.make('GET', `/data-requests/${id}/data`);
    expect(data).toMatchObject({
      member: { fullName: 'Hồ Mẫu Giang', citizenNumber: '•••••••• 7777', exemptions: [{ kind: 'old-age' }] },
      cells: [{ name: 'Chi bộ 2', from: '2015-01-01', to: null }],
      rolls: [
        {
          sessionTitle: 'Hội nghị học tập nghị quyết',
          duty: 'exempt',
          marks: [{ kind: 'excused', reason: 'illness' }],
        },
      ],
      requests: [{ kind: 'view', state: 'received' }],
    });
    expect((data as { uses: unknown[] }).uses).toContainEqual(
      expect.objectContaining({ action: 'member.numbers-changed', by: 'Văn phòng Đảng ủy' }),
    );
    for (const [format, magic] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const paper = await day.test.call('GET', `/data-requests/${id}/data/${format}`);
      expect(paper.status, paper.raw.toString().slice(0, 300)).toBe(200);
      expect(paper.raw.toString('latin1').startsWith(magic)).toBe(true);
    }
    expect(await day.test.call('GET', `/data-requests/${id}/data/xlsx`)).toMatchObject({ status: 404 });
    const other = await receive({ memberId, kind: 'correct' });
    expect(await day.test.call('GET', `/data-requests/${other.id}/data`)).toMatchObject({ status: 404 });
  });
});
