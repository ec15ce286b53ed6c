import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../web/src/pages/new-session/check-draft.ts';
import { dateDoubts } from '../../../web/src/pages/new-session/date-warnings.ts';
import {
  bareNumber,
  type Draft,
  emptyDraft,
  studiedOf,
  titleOf,
  typedPeople,
} from '../../../web/src/pages/new-session/draft.ts';
import { printedSentence } from '../../../web/src/pages/new-session/printed-sentence.ts';
import { typedHour } from '../../../web/src/words/typed-hour.ts';

const studied = {
  id: 'r',
  title: 'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII',
  issuedOn: '2020-10-13',
};
const article: Draft = {
  ...emptyDraft,
  resolutionId: 'r',
  basis: { number: 'Kế hoạch 09-KH/QU', issuer: 'Quận ủy Long Biên', issuedOn: '2020-11-26', name: '' },
  ...{ heldOn: '2021-01-16', venue: 'Hội trường Trung đoàn 280' },
};
const text = (pieces: { text: string }[]): string => pieces.map((piece) => piece.text).join('');
const plan = {
  ...{ committee: 'Đảng ủy phường Sài Đồng', heldOn: '2021-01-16', venue: 'Hội trường Trung đoàn 280' },
  basis: { number: '09-KH/QU', issuer: 'Quận ủy Long Biên', issuedOn: '2020-11-26' },
  ...{ studied: studied.title, hours: ['08:00', '14:00'] },
};

describe('the sentence that will be printed', () => {
  it('is whole once everything is typed', () => {
    expect(text(printedSentence(plan))).toBe(
      'Thực hiện Kế hoạch số 09-KH/QU, ngày 26/11/2020 của Quận ủy Long Biên, ngày 16/01/2021, tại Hội trường Trung đoàn 280, ' +
        'Đảng ủy phường Sài Đồng tổ chức học tập, quán triệt Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII ' +
        'thành 2 lớp, lúc 8h00 và 14h00.',
    );
  });
  it('names what is missing in the place where it will stand', () => {
    const pieces = printedSentence({ ...plan, basis: null, heldOn: '', venue: '', hours: [''] });
    expect(text(pieces)).toMatch(/^Ngày \[ngày họp\], tại \[nơi họp\], /);
    expect(text(pieces)).toMatch(/thành 1 lớp\.$/);
    expect(pieces.filter(({ kind }) => kind === 'gap')).toHaveLength(2);
  });
});

describe('days that contradict each other', () => {
  const basis = { number: '09-KH/QU', issuedOn: '2020-11-26' };
  it('are named both, as in the article that printed 16/7/2020', () => {
    const [first] = dateDoubts({ heldOn: '2020-07-16', basis, studied: null });
    expect(first).toEqual({
      subject: 'Ngày họp',
      day: '16/07/2020',
      paper: 'Kế hoạch 09-KH/QU',
      paperDay: '26/11/2020',
    });
  });
  it('are found between session, plan and resolution, each pair once', () => {
    expect(dateDoubts({ heldOn: '2020-07-16', basis, studied })).toHaveLength(2);
    expect(dateDoubts({ heldOn: '', basis: { ...basis, issuedOn: '2020-01-01' }, studied })).toHaveLength(1);
  });
  it('are none when the session follows the plan and the plan the resolution, or all fall on one day', () => {
    expect(dateDoubts({ heldOn: '2021-01-16', basis, studied })).toEqual([]);
    expect(dateDoubts({ heldOn: basis.issuedOn, basis, studied: { ...studied, issuedOn: basis.issuedOn } })).toEqual(
      [],
    );
  });
});

describe('the form of a new session', () => {
  it('asks for nothing more than the article gives', () => {
    expect(faultsOf(article, studied)).toEqual({});
    expect(faultsOf({ ...article, basis: emptyDraft.basis }, studied)).toEqual({});
  });
  it('says at each field what it lacks', () => {
    const faults = faultsOf({ ...emptyDraft, classes: [{ startsAt: '', capacity: null }] }, null);
    expect(Object.keys(faults)).toEqual(['resolution.id', 'heldOn', 'venue', 'classes[0].startsAt', 'title']);
  });
  it('asks for the whole of a resolution that is not in the register', () => {
    const faults = faultsOf({ ...article, isNewResolution: true }, null);
    expect(Object.keys(faults)).toContain('resolution.issuedOn');
  });
  it('proposes a title until one is typed', () => {
    expect(titleOf(article, studiedOf(article, [studied]))).toBe(`Học tập, quán triệt ${studied.title}`);
    expect(titleOf({ ...article, title: 'Hội nghị' }, studied)).toBe('Hội nghị');
  });
  it('reads people as they are written, the name before the first comma', () => {
    expect(typedPeople('Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội\n\nLê Thị Hiền')).toEqual([
      { name: 'Vương Đình Huệ', office: 'Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội' },
      { name: 'Lê Thị Hiền', office: '' },
    ]);
  });
  it('keeps the bare number of a plan', () => {
    for (const typed of ['09-KH/QU', 'Kế hoạch 09-KH/QU', 'kế hoạch số 09-KH/QU ']) {
      expect(bareNumber(typed)).toBe('09-KH/QU');
    }
  });
  it('reads an hour in any usual way, and refuses what is none', () => {
    expect(['8', '8h', '8h00', '8:00', '08.00', '0800'].map(typedHour)).toEqual(Array(6).fill('08:00'));
    expect(['', '25h', '8h7', 'sáng', '12h75'].map(typedHour)).toEqual(Array(5).fill(null));
  });
});
