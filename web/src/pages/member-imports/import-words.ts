import type { Schemas } from '../../api/client.ts';
import { integer } from '../../words/format.ts';

export type RegisterImport = Schemas['ImportDto'];
export type ImportSummary = Schemas['ImportSummaryDto'];
export type Reading = Schemas['ImportReadingDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type Verdict = ImportRow['verdict'];
export type ImportField = Schemas['RowValueDto']['field'];

/** What a list can tell of a member. */
export const fieldWords: Record<ImportField, string> = {
  ...{ ordinal: 'Số thứ tự', fullName: 'Họ và tên', familyNames: 'Họ và tên đệm', givenName: 'Tên' },
  ...{ cardNumber: 'Số thẻ đảng viên', citizenNumber: 'Số căn cước', birth: 'Ngày sinh', birthYear: 'Năm sinh' },
  ...{ birthOfMen: 'Năm sinh, cột Nam', birthOfWomen: 'Năm sinh, cột Nữ', sex: 'Giới tính' },
  ...{ markOfMen: 'Đánh dấu Nam', markOfWomen: 'Đánh dấu Nữ', admittedOn: 'Ngày kết nạp' },
  ...{ officialOn: 'Ngày chính thức', cell: 'Chi bộ sinh hoạt', residenceCell: 'Chi bộ nơi cư trú' },
  ...{ status: 'Trạng thái', exemptFrom: 'Ngày miễn sinh hoạt', office: 'Chức vụ', phone: 'Điện thoại' },
  ...{ unitCode: 'Mã tổ chức đảng', note: 'Ghi chú' },
};

export const changeWords: Record<Schemas['RowChangeDto']['field'], string> = {
  ...{ fullName: 'Họ và tên', birthDate: 'Ngày sinh', birthYear: 'Năm sinh', sex: 'Giới tính' },
  ...{ cardNumber: 'Số thẻ', citizenNumber: 'Số căn cước', phone: 'Điện thoại', admittedOn: 'Ngày kết nạp' },
  ...{ officialOn: 'Ngày chính thức', cellId: 'Chi bộ', cellKind: 'Diện sinh hoạt' },
  ...{ residenceCellId: 'Chi bộ nơi cư trú', exemption: 'Miễn sinh hoạt', awayFrom: 'Tạm chuyển đi' },
  office: 'Chức vụ',
};

export const stateWords: Record<ImportSummary['state'], string> = {
  ...{ reading: 'Đang đọc tệp', mapping: 'Chờ xem lại các cột', checking: 'Đang kiểm tra', checked: 'Chờ ghi vào sổ' },
  ...{ writing: 'Đang ghi vào sổ', written: 'Đã ghi vào sổ', undone: 'Đã rút lại', stopped: 'Đã dừng' },
  refused: 'Không đọc được',
};

/** In the order in which somebody should look at them. */
export const verdictWords: Record<Verdict, string> = {
  ...{ wrong: 'Sai', doubtful: 'Cần chọn', changed: 'Thay đổi', new: 'Mới', same: 'Không đổi', 'left-out': 'Bỏ qua' },
};

export const verdictHints: Record<Verdict, string> = {
  wrong: 'Không ghi được; sửa trong tệp rồi gửi lại.',
  doubtful: 'Máy không tự quyết. Chọn cho từng dòng, hoặc để lại.',
  changed: 'Đã có trong sổ; tệp nói khác ở những mục nêu dưới đây.',
  new: 'Chưa có trong sổ; sẽ được ghi thành người mới.',
  same: 'Tệp và sổ nói như nhau; không có gì phải ghi.',
  'left-out': 'Dòng tổng cộng, dòng lặp lại hoặc người đã đi; không ghi.',
};

export const candidateWords: Record<Schemas['RowCandidateDto']['by'], string> = {
  'citizen-number': 'cùng số căn cước',
  card: 'cùng số thẻ',
  'name-birth-cell': 'cùng tên, ngày sinh và chi bộ',
  'name-birth': 'cùng tên và ngày sinh',
  name: 'cùng tên',
};

export const encodingWords: Record<Schemas['ImportEncodingDto']['encoding'], string> = {
  none: 'Unicode (để nguyên)',
  tcvn3: 'TCVN3 (ABC)',
  'tcvn3-capitals': 'TCVN3, phông chữ hoa (.VnTimeH)',
  vni: 'VNI',
};

const part = (count: number, words: string): string | null => (count > 0 ? `${integer(count)} ${words}` : null);

/** `812 người mới, 34 người thay đổi, 3 dòng sai`; empty before the check. */
export function countsWords({ counts }: ImportSummary): string {
  if (!counts) return '';
  const parts = [
    part(counts.new, 'người mới'),
    part(counts.changed, 'người thay đổi'),
    part(counts.doubtful, 'dòng cần chọn'),
    part(counts.wrong, 'dòng sai'),
    part(counts.same, 'không đổi'),
  ];
  return parts.filter((words) => words !== null).join(', ');
}

/** `ghi 812 người mới và sửa 34 người` */
export function effectWords({ new: added, changed }: { new: number; changed: number }): string {
  const parts = [
    added > 0 ? `ghi ${integer(added)} người mới` : null,
    changed > 0 ? `sửa ${integer(changed)} người` : null,
  ];
  return parts.filter((words) => words !== null).join(' và ');
}
