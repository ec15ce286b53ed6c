import { describe, expect, it } from 'vitest';
import { committeeWords } from '../../../web/src/words/committee-words.ts';
import { emptyFirstRun, firstRunBody, missingOf } from '../../../web/src/pages/sign-in/first-run-draft.ts';

describe('Words of a committee', () => {
  it('follow from its own name and the name of the one above', () => {
    expect(committeeWords('Đảng bộ phường Sài Đồng', 'Đảng bộ quận Long Biên')).toEqual({
      bodyName: 'Đảng ủy phường Sài Đồng',
      superiorBodyName: 'Quận ủy Long Biên',
      place: 'Sài Đồng',
      documentCode: 'ĐU',
      signingPower: 'T/M ĐẢNG ỦY',
      signerPost: 'BÍ THƯ',
      recipients: [
        'Quận ủy Long Biên (để báo cáo)',
        'Các đồng chí Đảng ủy viên',
        'Các chi bộ trực thuộc',
        'Lưu Văn phòng Đảng ủy',
      ],
    });
  });

  it('name the committee of a city as Thành ủy, that of a district as Huyện ủy', () => {
    expect(committeeWords('Đảng bộ xã Yên Bình', 'Đảng bộ Thành phố Hà Nội').superiorBodyName).toBe('Thành ủy Hà Nội');
    expect(committeeWords('Đảng bộ xã Yên Bình', 'Đảng bộ huyện Thạch Thất').superiorBodyName).toBe(
      'Huyện ủy Thạch Thất',
    );
  });

  it('stand even where somebody leaves out “Đảng bộ” or types two spaces', () => {
    expect(committeeWords('phường  Sài Đồng', '').bodyName).toBe('Đảng ủy phường Sài Đồng');
  });

  it('give way to what a person has written instead', () => {
    const draft = { ...emptyFirstRun, name: 'Đảng bộ phường Sài Đồng', words: { place: 'Hà Nội' } };
    const { committee } = firstRunBody(draft, 'x'.repeat(12));
    expect(committee.place).toBe('Hà Nội');
    expect(committee.bodyName).toBe('Đảng ủy phường Sài Đồng');
  });

  it('leave out the empty lines among the recipients', () => {
    const draft = { ...emptyFirstRun, words: { recipients: ['Quận ủy Long Biên ', '', 'Lưu Văn phòng'] } };
    expect(firstRunBody(draft, '').committee.recipients).toEqual(['Quận ủy Long Biên', 'Lưu Văn phòng']);
  });

  it('are not asked of the server before the four facts are there', () => {
    expect(Object.keys(missingOf(emptyFirstRun))).toEqual([
      'committee.name',
      'committee.superiorName',
      'committee.signerName',
      'committee.foundedOn',
    ]);
  });
});
