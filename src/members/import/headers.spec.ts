import { describe, expect, it } from 'vitest';
import { type ImportField, importFields, nationalExport } from './fields.js';
import { type Head, recogniseHeaders } from './headers.js';

const national = ['STT', 'Họ và tên', 'Số thẻ Đảng viên', 'Số CCCD', 'Ngày sinh', 'Ngày kết nạp'].concat([
  ...['Chi bộ đang sinh hoạt', 'Chi bộ nơi cư trú', 'Trạng thái'],
]);
const fields = (head: Head | null): (ImportField | undefined)[] => {
  const byColumn: (ImportField | undefined)[] = [];
  for (const { column, field } of head?.columns ?? []) byColumn[column] = field;
  return byColumn;
};
const found = (head: Head | null): string[] => [...new Set(head?.columns.map(({ found }) => found))];
const member = ['1', 'NGUYỄN VĂN AN', '12.345678', '001060000123', '05/03/1960', '03/02/1985', 'Chi bộ 5', '', ''];

describe('the head of a list', () => {
  it('of the national export is known word by word', () => {
    const head = recogniseHeaders([national, member]);
    expect(fields(head)).toEqual(nationalExport);
    expect(head).toMatchObject({ row: 0, depth: 1, firstDataRow: 1, unknown: [] });
    expect(found(head)).toEqual(['exact']);
    expect(nationalExport.map((field) => importFields[field].label)).toEqual(national);
  });

  it.each([
    ['in any order', [...national].reverse()],
    ['in capitals', national.map((title) => title.toUpperCase())],
    [
      'without accents',
      ['STT', 'Ho va ten', 'So the Dang vien', 'So CCCD', 'Ngay sinh', 'Ngay ket nap'].concat(
        'Chi bo dang sinh hoat',
        'Chi bo noi cu tru',
        'Trang thai',
      ),
    ],
    ['with line breaks and blanks', national.map((title) => ` ${title.replaceAll(' ', '\n')} `)],
    ['decomposed', national.map((title) => title.normalize('NFD'))],
    ['with signs', national.map((title) => `${title} (*)`)],
  ])('is known %s', (_, titles) => {
    const head = recogniseHeaders([titles]);
    expect(new Set(fields(head))).toEqual(new Set(nationalExport));
    expect(found(head)).toEqual(['exact']);
  });

  it.each<[string, ImportField]>([
    ['Họ tên', 'fullName'],
    ['Họ và tên đảng viên', 'fullName'],
    ['Năm sinh', 'birthYear'],
    ['Ngày, tháng, năm sinh', 'birth'],
    ['Ngày sinh (dd/mm/yyyy)', 'birth'],
    ['Số CCCD/CMND', 'citizenNumber'],
    ['Số định danh cá nhân', 'citizenNumber'],
    ['Số thẻ', 'cardNumber'],
    ['Ngày vào Đảng', 'admittedOn'],
    ['Ngày vào Đảng chính thức', 'officialOn'],
    ['Ngày chính thức', 'officialOn'],
    ['Chi bộ', 'cell'],
    ['Chi bộ sinh hoạt', 'cell'],
    ['Nơi cư trú', 'residenceCell'],
    ['Tình trạng', 'status'],
    ['Giới tính', 'sex'],
    ['Chức vụ Đảng', 'office'],
    ['SĐT', 'phone'],
    ['Số TT', 'ordinal'],
    ['Mã chi bộ', 'unitCode'],
    ['Được miễn công tác và sinh hoạt Đảng ngày', 'exemptFrom'],
    ['Ghi chú', 'note'],
  ])('calls by %j what is %s', (title, field) => {
    const rows = field === 'fullName' ? [[title, 'Giới tính']] : [['Họ và tên', title]];
    expect(recogniseHeaders(rows)?.columns.map((column) => column.field)).toContain(field);
  });

  it('stands below titles, and a row of column numbers belongs to it', () => {
    const title = 'DANH SÁCH ĐẢNG VIÊN CHI BỘ 5';
    const rows = [
      ['ĐẢNG BỘ PHƯỜNG', '', '', '', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      [title, title, title, title, title],
      [],
      ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Ký tên'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['1', 'Nguyễn Văn An', '1960', 'Bí thư', ''],
    ];
    const head = recogniseHeaders(rows);
    expect(fields(head)).toEqual(['ordinal', 'fullName', 'birthYear', 'office']);
    expect(head).toMatchObject({ row: 3, depth: 1, firstDataRow: 5, unknown: [{ column: 4, title: 'Ký tên' }] });
  });

  it.each([
    [
      'in the first cell',
      ['STT', 'Họ và tên', 'Năm sinh', '', 'Ngày vào Đảng', ''],
      ['', '', 'Nam', 'Nữ', 'Dự bị', 'Chính thức'],
    ],
    [
      'in each',
      ['STT', 'Họ và tên', 'Năm sinh', 'Năm sinh', 'Ngày vào Đảng', 'Ngày vào Đảng'],
      ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Dự bị', 'Chính thức'],
    ],
  ])('may take two rows, with the text of merged cells %s', (_, upper, lower) => {
    const head = recogniseHeaders([
      ['Danh sách'],
      upper,
      lower,
      ['1', 'Nguyễn Văn An', '1960', '', '3/2/1985', '3/2/1986'],
    ]);
    expect(fields(head)).toEqual(['ordinal', 'fullName', 'birthOfMen', 'birthOfWomen', 'admittedOn', 'officialOn']);
    expect(head).toMatchObject({ row: 1, depth: 2, firstDataRow: 3, unknown: [] });
    expect(head?.columns[2]?.title).toBe('Năm sinh Nam');
  });

  it('trusts a known lower head more than what the upper one suggests', () => {
    const upper = ['STT', 'Họ và tên', 'Thông tin đảng viên', '', 'Số thẻ và căn cước', ''];
    const head = recogniseHeaders([upper, ['', '', 'Năm sinh', 'Giới tính', 'Số thẻ', 'CCCD']]);
    expect(fields(head)).toEqual(['ordinal', 'fullName', 'birthYear', 'sex', 'cardNumber', 'citizenNumber']);
    expect(found(head)).not.toContain('guessed');
  });

  it('does not take the first member for a second row', () => {
    const rows = [
      ['STT', 'Họ và tên', 'Giới tính', 'Trạng thái'],
      ['1', 'Nguyễn Văn An', 'Nam', 'Chính thức'],
    ];
    expect(recogniseHeaders(rows)).toMatchObject({ depth: 1, firstDataRow: 1 });
    expect(recogniseHeaders([rows[0] ?? [], ['', 'Nguyễn Văn An', 'Nam', 'Chính thức']])?.depth).toBe(1);
  });

  it('does not take a first member without a name for a second row', () => {
    const titles = ['Họ và tên', 'Ngày sinh', 'Chi bộ'];
    for (const born of ['03/02/1950', '1950', '3-2-50']) {
      const head = recogniseHeaders([titles, ['', born, 'Chi bộ 5'], ['Lê Mẫu Hai', '1951', 'Chi bộ 5']]);
      expect(head).toMatchObject({ depth: 1, firstDataRow: 1 });
    }
  });

  it('has years in its second row where they are heads', () => {
    const head = recogniseHeaders([
      ['Họ và tên', 'Ngày vào Đảng', '', 'Xếp loại', ''],
      ['', 'Kết nạp', 'Chính thức', '2024', '2025'],
      ['Lê Mẫu Hai', '03/02/1985', '03/02/1986', 'HTT', 'HTT'],
    ]);
    expect(head).toMatchObject({ depth: 2, firstDataRow: 2 });
    expect(fields(head)).toEqual(['fullName', 'admittedOn', 'officialOn']);
  });

  it('has a column for men and one for women, but “Nam” alone says nothing', () => {
    expect(fields(recogniseHeaders([['Họ và tên', 'Nam', 'Nữ']]))).toEqual(['fullName', 'markOfMen', 'markOfWomen']);
    expect(recogniseHeaders([['Họ và tên', 'Nam', 'Chi bộ']])?.unknown).toEqual([{ column: 1, title: 'Nam' }]);
  });

  it.each([
    ['has none', ['STT', 'Họ và tên', '', 'Chi bộ'], ['', '', '', '']],
    ['has the same, merged', ['STT', 'Họ và tên', 'Họ và tên', 'Chi bộ'], ['', '', '', '']],
    ['is under it', ['STT', 'Họ và tên', '', 'Chi bộ'], ['', 'Họ', 'Tên', '']],
  ])('knows a given name whose column %s', (_, upper, lower) => {
    const head = recogniseHeaders([upper, lower, ['1', 'Nguyễn Văn', 'An', '5'], ['2', 'Trần Thị', 'Bình', '5']]);
    expect(fields(head)).toEqual(['ordinal', 'familyNames', 'givenName', 'cell']);
  });

  it('leaves a name alone that is merged over two columns in every row', () => {
    const head = recogniseHeaders([
      ['STT', 'Họ và tên', 'Họ và tên', 'Chi bộ'],
      ['1', 'Nguyễn Văn An', 'Nguyễn Văn An', '5'],
    ]);
    expect(fields(head)).toEqual(['ordinal', 'fullName', undefined, 'cell']);
  });

  it('guesses from a beginning, and says so', () => {
    const head = recogniseHeaders([['Họ và tên', 'Số CCCD đã cấp mới', 'Chi bộ kết nạp', 'Ngày cấp CCCD', 'Dân tộc']]);
    expect(head?.columns[1]).toEqual({
      column: 1,
      title: 'Số CCCD đã cấp mới',
      field: 'citizenNumber',
      found: 'guessed',
    });
    expect(head?.unknown.map(({ title }) => title)).toEqual(['Chi bộ kết nạp', 'Ngày cấp CCCD', 'Dân tộc']);
  });

  it('gives a field to the better-known of two columns', () => {
    const head = recogniseHeaders([['Họ và tên', 'Chi bộ', 'Chi bộ đang sinh hoạt']]);
    expect(fields(head)).toEqual(['fullName', undefined, 'cell']);
    expect(head?.unknown).toEqual([{ column: 1, title: 'Chi bộ' }]);
  });

  it('is not found in what is no list of members', () => {
    expect(recogniseHeaders([])).toBeNull();
    expect(recogniseHeaders([['Họ và tên']])).toBeNull();
    expect(
      recogniseHeaders([
        ['Số văn bản', 'Trích yếu'],
        ['05-BC/ĐU', 'Báo cáo'],
      ]),
    ).toBeNull();
  });
});

describe('the words of the fields', () => {
  it('mean one field each', () => {
    const names = Object.values(importFields).flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
