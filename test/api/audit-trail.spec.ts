import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrailEntryDto, TrailPageDto, VerificationDto } from '../../src/audit/audit.dto.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { AuditEraser } from '../../src/platform/audit/audit-eraser.js';
import { Database } from '../../src/platform/database/database.js';
import { wholeCommittee } from '../../src/platform/database/row-scope.js';
import { ask } from '../migrations/support/catalog.js';
import { chainsOf } from '../support/audit-chains.js';
import { Intruder } from '../support/tampering.js';
import { type StudyClass, StudyDay } from './support/study-day.js';

let day: StudyDay;
let member: string;
let planned: StudyClass;
let committeeId: string;
let me: string;
beforeAll(async () => {
  day = await StudyDay.prepare();
  member = day.member(0, 0);
  ({ committeeId, accountId: me } = await day.make<{ committeeId: string; accountId: string }>('GET', '/me'));
  planned = await day.plan();
  await day.make('PATCH', `/members/${member}`, { admittedOn: '2009-12-31', sex: 'female' });
  await day.make('POST', `/members/${member}/memberships`, {
    cellId: day.cell(1),
    kind: 'official',
    from: '2020-01-01',
  });
  await day.make('PATCH', '/committee', { place: '=HYPERLINK("http://mau")' });
});
afterAll(() => day.test.stop());

const trail = async (query = ''): Promise<TrailEntryDto[]> =>
  (await day.make<TrailPageDto>('GET', `/audit?limit=200${query}`)).entries;
const now = (): string => new Date().toISOString().slice(0, 10);
const around = `from=2020-01-01&until=2020-12-31`;

describe('an entry', () => {
  it('says in words who did what to whom, from what to what', async () => {
    const [moved, updated] = await trail(`&subjectId=${member}`);
    expect(updated).toMatchObject({
      ...{ who: 'Văn phòng Đảng ủy', what: 'sửa thông tin của đồng chí', address: '127.0.0.1' },
      subject: { kind: 'member', id: member, name: 'Nguyễn Thị Thử An', isThere: true },
    });
    expect(updated?.values).toEqual([
      expect.objectContaining({ label: 'giới tính', isChange: true, from: 'trống', to: 'nữ' }),
      expect.objectContaining({ label: 'ngày vào Đảng', isChange: true, from: '03/03/2010', to: '31/12/2009' }),
    ]);
    expect(moved?.values).toContainEqual(
      expect.objectContaining({ label: 'chi bộ', from: 'Chi bộ 1', to: 'Chi bộ 2' }),
    );
    expect(updated?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of a class knows its session; of what was removed, what it was called', async () => {
    const [added] = await trail('&action=class.added');
    const name = 'Lớp 1, Hội nghị học tập nghị quyết';
    expect(added?.subject).toMatchObject({ name, sessionId: planned.sessionId, isThere: true });
    const { id } = await day.make<{ id: string }>('POST', '/cell-groups', { name: 'Khối bỏ', cellIds: day.cells });
    await day.make('DELETE', `/cell-groups/${id}`);
    const [removed] = await trail('&action=cell-group.removed');
    expect(removed?.subject).toMatchObject({ name: 'Khối bỏ', isThere: false });
  });
});

describe('the trail', () => {
  it('comes newest first, page by page, each entry once', async () => {
    const seen: number[] = [];
    let before = '';
    for (let page = 0; page < 50; page += 1) {
      const { entries, next } = await day.make<TrailPageDto>('GET', `/audit?limit=3${before}`);
      seen.push(...entries.map(({ seq }) => seq));
      if (next === null) break;
      before = `&before=${next}`;
    }
    expect(seen).toEqual(Array.from({ length: seen[0] ?? 0 }, (_, index) => (seen[0] ?? 0) - index));
    expect(seen.length).toBeGreaterThan(10);
  });

  it('is narrowed by who, action, subject, days and words in values and in names', async () => {
    const whole = await trail();
    expect((await trail(`&accountId=${me}`)).every(({ accountId }) => accountId === me)).toBe(true);
    expect(await trail(`&accountId=${crypto.randomUUID()}`)).toEqual([]);
    expect((await trail('&action=unit.founded')).map(({ action }) => action)).toEqual(Array(2).fill('unit.founded'));
    expect(await trail('&until=2020-12-31')).toEqual([]);
    expect((await trail('&from=2026-01-01')).length).toBeGreaterThanOrEqual(whole.length);
    expect((await trail('&text=chi bo 2')).map(({ action }) => action)).toContain('unit.founded');
    expect(
      (await trail('&text=thu an')).every(({ subject }) => subject.id === member || subject.id === committeeId),
    ).toBe(true);
    expect((await trail(`&subjectId=${day.member(1, 0)}`)).map(({ action }) => action)).toEqual(['members.entered']);
  });

  it('offers what there is to choose from', async () => {
    const { actions, people } = await day.make<{ actions: object[]; people: object[] }>('GET', '/audit/choices');
    expect(people).toEqual([{ accountId: me, name: 'Văn phòng Đảng ủy' }]);
    expect(actions).toContainEqual({ action: 'member.updated', words: 'sửa thông tin của đồng chí' });
  });

  it('is for those who may read it', async () => {
    const { headers } = await day.colleague();
    for (const path of ['', '/choices', '/verification', `/export/csv?${around}`]) {
      expect(await day.test.call('GET', `/audit${path}`, undefined, headers)).toMatchObject({ status: 403 });
    }
  });

  it('tells who has read it', async () => {
    await trail('&text=toi da xem');
    expect((await trail('&action=audit.read&text=toi da xem')).length).toBe(1);
  });
});

describe('the trail as a file', () => {
  const today = `from=${now()}&until=${now()}`;

  it('is a table of texts in Excel, none of them a formula', async () => {
    const { raw, headers } = await day.test.call('GET', `/audit/export/xlsx?from=2026-01-01&until=2026-12-31`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer);
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
    const place = rows.find((row) => row?.includes('sửa thiết lập của đảng bộ'));
    expect(place?.join()).toContain('thành “=HYPERLINK("http://mau")”');
    expect(
      rows.flat().every((cell) => typeof cell === 'string' || typeof cell === 'number' || cell === undefined),
    ).toBe(true);
    expect(book.creator).toBe('Văn phòng Đảng ủy');
    expect(headers['content-disposition']).toContain('nhat-ky-2026-01-01-2026-12-31.xlsx');
  });

  it('is CSV that Excel reads in Vietnamese and runs nothing of; and the trail tells of it', async () => {
    const { raw } = await day.test.call(
      'GET',
      `/audit/export/csv?from=2026-01-01&until=2026-12-31&action=committee.changed`,
    );
    const text = raw.toString('utf8');
    expect(text.startsWith('\uFEFF"Mục","Thời điểm')).toBe(true);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    const [told] = await trail('&action=audit.exported');
    expect(told?.values).toContainEqual(expect.objectContaining({ field: 'count', to: '1' }));
    expect(told?.values).toContainEqual(expect.objectContaining({ field: 'format', to: 'csv' }));
  });

  it.each([
    ['csv?from=2026-01-01', 'until'],
    ['csv?from=2026-02-01&until=2026-01-01', 'until'],
    ['csv?from=2024-01-01&until=2026-01-01', 'until'],
    [`pdf?${today}`, 'format'],
  ])('is refused for %s', async (path, field) => {
    const { status, body } = await day.test.call('GET', `/audit/export/${path}`);
    expect({ status, errors: body['errors'] }).toMatchObject({ status: 422, errors: [{ path: field }] });
  });
});

describe('erasing the values about a member', () => {
  it('takes them out of the trail, and the chain stays whole and says which they were', async () => {
    await day.make('GET', '/members?search=Nguyễn Thị Thử An');
    const database = day.test.app.get(Database);
    const origin = { address: '127.0.0.1', requestId: 'erasing' };
    const actor = { accountId: me, signInId: null, committeeId, origin };
    const erased = await database.inScope(wholeCommittee(committeeId, me), () =>
      day.test.app.get(AuditEraser).eraseValuesOf(actor, { kind: 'member', id: member }, ['Nguyễn Thị Thử An']),
    );
    const entries = await trail(`&subjectId=${member}`);
    const updated = entries.find(({ action }) => action === 'member.updated');
    expect(updated?.values.map(({ isErased, from, to }) => [isErased, from, to])).toEqual([
      [true, null, null],
      [true, null, null],
    ]);
    expect(entries[0]).toMatchObject({ action: 'audit.values-erased', who: 'Văn phòng Đảng ủy' });
    const kept = await ask(day.test.databaseUrl, `SELECT FROM audit_value WHERE value LIKE '%Nguyễn Thị Thử An%'`);
    expect(kept).toEqual([]);
    expect(await chainsOf(day.test.databaseUrl)).toMatchObject([{ breaks: [], erased }]);
    expect(erased).toBe(6);
  });

  it('may be done again, and what it told before stays', async () => {
    const database = day.test.app.get(Database);
    const actor = { accountId: me, signInId: null, committeeId, origin: { address: '', requestId: '' } };
    await database.inScope(wholeCommittee(committeeId), () =>
      day.test.app.get(AuditEraser).eraseValuesOf(actor, { kind: 'member', id: member }),
    );
    expect(await chainsOf(day.test.databaseUrl)).toMatchObject([{ breaks: [], erased: 6 }]);
  });
});

describe('the verification', () => {
  it('says that the chain is whole, as far as where, and when that was', async () => {
    const verdict = await day.make<VerificationDto>('GET', '/audit/verification');
    const [{ head } = { head: null }] = await chainsOf(day.test.databaseUrl);
    expect(verdict).toMatchObject({ isWhole: true, brokenAt: null, erased: 6, seq: head?.seq, hash: head?.hash });
    expect(Date.parse(String(verdict.verifiedAt))).toBeGreaterThan(Date.now() - 60_000);
  });

  it('by the app itself finds what the owner of the database finds', async () => {
    const verdicts = await Intruder.after(day.test.databaseUrl, async (one) => {
      await one.rows(`UPDATE audit_entry SET address = '::' WHERE seq = 7`);
      await one.rows(`SELECT set_config('app.committees', $1, true)`, [committeeId]);
      await one.rows('SET LOCAL ROLE quan_triet_app');
    });
    expect(verdicts).toMatchObject([{ breaks: ['entry 7 was changed'], brokenAt: 7 }]);
  });
});

describe('a long trail', () => {
  it('is searched a stretch at a time, and nothing is left out', async () => {
    const database = day.test.app.get(Database);
    const actor = { accountId: me, signInId: null, committeeId, origin: { address: '', requestId: '' } };
    const event = {
      action: 'committee.changed',
      subject: { kind: 'committee', id: committeeId },
      values: { place: 'x' },
    };
    await database.inScope(wholeCommittee(committeeId), () => {
      for (let each = 0; each < 20_050; each += 1) day.test.app.get(AuditTrail).record(actor, event);
      return Promise.resolve();
    });
    const search = (before: string): Promise<TrailPageDto> =>
      day.make<TrailPageDto>('GET', `/audit?action=unit.founded&text=chi bo 2${before}`);
    const recent = await search('');
    expect(recent.entries).toEqual([]);
    const before = await search(`&before=${recent.next}`);
    expect(before).toMatchObject({ entries: [{ action: 'unit.founded' }], next: null });
  });
});
