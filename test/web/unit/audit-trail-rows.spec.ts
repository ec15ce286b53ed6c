import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../web/src/pages/audit/audit-queries.ts';
import { byDay, looksOf, subjectOf, summaryOf, whoOf } from '../../../web/src/pages/audit/trail-rows.ts';

const told = (field: string, to: string, from: string | null = null) => ({
  ...{ field, label: field, from, to, isChange: from !== null, isErased: false },
});

const entry = (seq: number, action: string, more: Partial<Entry> = {}): Entry => ({
  ...{ seq, action, at: `2026-11-25T0${seq}:05:00Z`, accountId: 'a', who: 'Văn phòng', address: '::1' },
  ...{ what: action, values: [], reason: null, hash: 'ab' },
  subject: { kind: 'committee', id: 'c', name: null, isThere: true, sessionId: null },
  ...more,
});

describe('The list of the trail', () => {
  it('has a head for each day in Vietnam, newest first', () => {
    const late = entry(9, 'unit.founded', { at: '2026-11-25T17:30:00Z' });
    const days = byDay([late, entry(8, 'unit.founded')]);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25']);
    expect(days[0]?.rows[0]?.hours).toBe('0h30');
  });

  it('tells in one line what the same person looked at again, but each change by itself', () => {
    const looks = [3, 2, 1].map((seq) => entry(seq, 'members.listed', { values: [told('search', `hoa ${seq}`)] }));
    const [day] = byDay([entry(5, 'committee.changed'), entry(4, 'committee.changed'), ...looks]);
    expect(day?.rows.map(({ entries }) => entries.length)).toEqual([1, 1, 3]);
    expect(day?.rows[2]?.hours).toBe('8h05 – 10h05');
    expect(looksOf(looks)).toBe('3 lần, tìm “hoa 1”, “hoa 2”, “hoa 3”');
    const other = entry(1, 'members.listed', { accountId: 'b' });
    expect(byDay([entry(2, 'members.listed'), other])[0]?.rows).toHaveLength(2);
  });

  it('says what was another before, what was erased, and no more than three things', () => {
    const values = [told('ngày vào Đảng', '31/12/2009', '03/03/2010'), { ...told('họ', ''), isErased: true, to: null }];
    expect(summaryOf(entry(1, 'member.updated', { values }))).toBe(
      'ngày vào Đảng từ 03/03/2010 thành 31/12/2009; họ đã xóa theo luật',
    );
    const many = ['a', 'b', 'c', 'd', 'sha256'].map((field) => told(field, '1'));
    expect(summaryOf(entry(1, 'x.y', { values: many, reason: 'sót' }))).toBe('a 1; b 1; c 1; và 1 mục nữa; lý do: sót');
  });

  it('names whoever was not signed in, and not the account to itself', () => {
    const subject = { kind: 'account', id: 'a', name: 'Văn phòng', isThere: true, sessionId: null };
    expect(subjectOf(entry(1, 'sign-in.opened', { subject }))).toBeNull();
    const failed = entry(1, 'sign-in.failed', { subject, accountId: null, who: null });
    expect([whoOf(failed), subjectOf(failed)]).toEqual(['Người chưa đăng nhập', 'Văn phòng']);
  });
});
