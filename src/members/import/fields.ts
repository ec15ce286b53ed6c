/**
 * What a list of members can tell, with the words that its heads use. `label` is the head of the national export
 * DS_DANGVIEN.xlsx where it has one (domain §4, §10.21), and what the screen says of the field. Heads are compared
 * without case, accents, punctuation and line breaks.
 */
export const importFields = {
  ordinal: { label: 'STT', alsoCalled: ['TT', 'Số TT', 'Số thứ tự'] },
  fullName: {
    label: 'Họ và tên',
    alsoCalled: [
      'Họ tên',
      'Họ và tên đảng viên',
      'Họ tên đảng viên',
      'Tên đảng viên',
      'Họ và tên khai sinh',
      'Đảng viên',
    ],
  },
  familyNames: {
    label: 'Họ và tên đệm',
    alsoCalled: ['Họ', 'Họ đệm', 'Họ và đệm', 'Họ và chữ đệm', 'Họ lót', 'Họ và tên lót', 'Họ và tên Họ'],
  },
  givenName: { label: 'Tên', alsoCalled: ['Họ và tên Tên'] },
  cardNumber: {
    label: 'Số thẻ Đảng viên',
    alsoCalled: ['Số thẻ', 'Số thẻ Đảng', 'Thẻ Đảng', 'Thẻ đảng viên', 'Số thẻ ĐV', 'Số TĐV'],
  },
  citizenNumber: {
    label: 'Số CCCD',
    alsoCalled: [
      ...['CCCD', 'Số CCCD/CMND', 'CCCD/CMND', 'Số CMND/CCCD', 'CMND/CCCD', 'Số CMND', 'CMND', 'CMTND', 'Số CMTND'],
      ...['Căn cước', 'Số căn cước', 'Căn cước công dân', 'Số căn cước công dân', 'Số CC', 'Số CCCD/ĐDCN'],
      ...['Số định danh', 'Số định danh cá nhân', 'Mã định danh', 'Mã định danh cá nhân', 'Số ĐDCN'],
    ],
  },
  birth: {
    label: 'Ngày sinh',
    alsoCalled: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Sinh ngày', 'NTNS', 'Ngày tháng năm sinh dương lịch'],
  },
  birthYear: { label: 'Năm sinh', alsoCalled: ['Sinh năm'] },
  birthOfMen: {
    label: 'Năm sinh, cột Nam',
    alsoCalled: ['Năm sinh Nam', 'Ngày sinh Nam', 'Ngày tháng năm sinh Nam'],
  },
  birthOfWomen: { label: 'Năm sinh, cột Nữ', alsoCalled: ['Năm sinh Nữ', 'Ngày sinh Nữ', 'Ngày tháng năm sinh Nữ'] },
  sex: { label: 'Giới tính', alsoCalled: ['Giới', 'Phái', 'Nam/Nữ', 'Giới tính Nam/Nữ'] },
  markOfMen: { label: 'Nam', alsoCalled: ['Giới tính Nam'] },
  markOfWomen: { label: 'Nữ', alsoCalled: ['Giới tính Nữ'] },
  admittedOn: {
    label: 'Ngày kết nạp',
    alsoCalled: [
      ...[
        'Ngày vào Đảng',
        'Ngày kết nạp Đảng',
        'Ngày kết nạp vào Đảng',
        'Ngày vào Đảng dự bị',
        'Ngày dự bị',
        'Vào Đảng',
      ],
      ...[
        'Ngày tháng năm vào Đảng',
        'Ngày vào ĐCSVN',
        'Ngày vào Đảng CSVN',
        'Ngày KN',
        'Kết nạp',
        'Ngày vào Đảng Kết nạp',
      ],
    ],
  },
  officialOn: {
    label: 'Ngày chính thức',
    alsoCalled: [
      ...['Ngày vào Đảng chính thức', 'Ngày công nhận chính thức', 'Ngày công nhận đảng viên chính thức'],
      ...['Ngày chuyển chính thức', 'Ngày chuyển Đảng chính thức', 'Ngày CT', 'Vào Đảng chính thức', 'Chính thức'],
    ],
  },
  cell: {
    label: 'Chi bộ đang sinh hoạt',
    alsoCalled: [
      'Chi bộ',
      'Chi bộ sinh hoạt',
      'Tên chi bộ',
      'Thuộc chi bộ',
      'Nơi sinh hoạt',
      'Đơn vị sinh hoạt',
      'Tổ chức đảng',
    ],
  },
  residenceCell: { label: 'Chi bộ nơi cư trú', alsoCalled: ['Chi bộ cư trú', 'Chi bộ nơi ở', 'Nơi cư trú'] },
  status: {
    label: 'Trạng thái',
    alsoCalled: [
      ...[
        'Trạng thái sinh hoạt',
        'Tình trạng',
        'Tình trạng sinh hoạt',
        'Diện sinh hoạt',
        'Loại đảng viên',
        'Diện đảng viên',
      ],
      ...['Chính thức/Dự bị', 'Đảng viên CT/DB', 'CT/DB'],
    ],
  },
  exemptFrom: {
    label: 'Ngày miễn sinh hoạt',
    alsoCalled: [
      ...['Được miễn công tác và sinh hoạt Đảng ngày', 'Ngày miễn công tác và sinh hoạt Đảng', 'Miễn sinh hoạt'],
      ...['Miễn công tác và sinh hoạt Đảng', 'Ngày được miễn sinh hoạt', 'Ngày được miễn công tác và sinh hoạt Đảng'],
    ],
  },
  office: { label: 'Chức vụ', alsoCalled: ['Chức vụ Đảng', 'Chức vụ trong Đảng', 'Chức danh', 'Chức vụ hiện nay'] },
  phone: {
    label: 'Điện thoại',
    alsoCalled: [
      'Số điện thoại',
      'Số ĐT',
      'SĐT',
      'ĐT',
      'ĐTDĐ',
      'Di động',
      'Số di động',
      'Điện thoại di động',
      'Điện thoại liên hệ',
    ],
  },
  unitCode: { label: 'Mã tổ chức đảng', alsoCalled: ['Mã chi bộ', 'Mã tổ chức', 'Mã TCĐ', 'Mã tổ chức cơ sở đảng'] },
  note: { label: 'Ghi chú', alsoCalled: ['Chú thích', 'GC'] },
} as const satisfies Record<string, { label: string; alsoCalled: readonly string[] }>;

export type ImportField = keyof typeof importFields;

/** The heads of the national export (domain §4): the rest of the labels are ours. */
export const nationalExport: ImportField[] = [
  ...(['ordinal', 'fullName', 'cardNumber', 'citizenNumber', 'birth', 'admittedOn'] as const),
  ...(['cell', 'residenceCell', 'status'] as const),
];

/** Words whose meaning a person has to confirm: an address or a cell, a day or a mark. */
export const unsureNames = [
  'Nơi cư trú',
  'Chính thức',
  'Kết nạp',
  'Đảng viên',
  'Tên',
  'Miễn sinh hoạt',
  'Tổ chức đảng',
];

/** Beginnings of heads that look like one of ours and are not: nothing is guessed from them. */
export const otherNames = [
  ...['Chi bộ kết nạp', 'Chi bộ công nhận', 'Chi bộ giới thiệu', 'Chức vụ chính quyền', 'Họ tên vợ', 'Họ tên chồng'],
  ...[
    'Họ và tên vợ',
    'Họ và tên chồng',
    'Họ và tên cha',
    'Họ và tên mẹ',
    'Họ và tên người',
    'Tên gọi khác',
    'Tên thường gọi',
  ],
];
