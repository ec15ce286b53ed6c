import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile, profileFor } from '../../src/reports/document/layout-profile.js';
import { projectFolder } from '../../src/platform/config/project-folder.js';

const text = readFileSync(join(projectFolder(), 'reports/layout/hd-05.json'), 'utf8');

/** The file's text with one value replaced, as an office would edit it. */
const edited = (from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('layout profiles', () => {
  it('change from HD 36 to HD 05 on 27 May 2026', () => {
    expect(['2021-01-18', '2026-05-26', '2026-05-27', '2027-01-01'].map((day) => profileFor(day).code)).toEqual([
      'HD-36',
      'HD-36',
      'HD-05',
      'HD-05',
    ]);
  });

  it('hold the margins and sizes of the rules', () => {
    const { page, body, letterhead, wording } = profileFor('2026-11-24');
    expect(page.portrait).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15 });
    expect(body.text).toMatchObject({ size: 14, pitch: 19 });
    expect(letterhead.partyText).toMatchObject({ size: 15, bold: true });
    expect(wording).toEqual({ endMark: '.', headingSeparator: '- ' });
  });

  it.each([
    ['"size": 12,', '"size": "12",', 'signature.recipients.size'],
    ['"endMark": "."', '"endMark": 1', 'wording.endMark'],
    ['"draftMarkPlace": "line-above"', '"draftMarkPlace": "left"', 'letterhead.draftMarkPlace'],
    ['"validFrom": "2026-05-27"', '"validFrom": "27/5/2026"', 'validFrom'],
    ['"validUntil": null,', '', 'validUntil'],
    ['"gap": 95', '"gapp": 95', 'signature'],
    ['"fromTop": 10', '"fromTop": -1', 'pageNumber.fromTop'],
  ])('refuse %s → %s, naming the file and the field', (from, to, field) => {
    expect(() => parseProfile('reports/layout/hd-05.json', edited(from, to))).toThrow(
      `reports/layout/hd-05.json: ${field}`,
    );
  });

  it('are found from the built program as from the source', () => {
    expect(projectFolder(join(projectFolder(), 'dist/src/reports/document'))).toBe(projectFolder());
  });

  it('refuse a file that is no JSON, naming it', () => {
    expect(() => parseProfile('reports/layout/hd-05.json', text.slice(0, -3))).toThrow('reports/layout/hd-05.json');
  });

  it('refuse what is not a day', () => {
    expect(() => profileFor('18/01/2021')).toThrow('18/01/2021');
  });
});
