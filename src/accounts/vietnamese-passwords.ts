/**
 * What people in Vietnam make passwords of, most used first, without tone marks and blanks: the list that comes with the
 * library knows English habits only. Single words count as parts; a sentence of several that do not belong together passes.
 */
export const vietnamesePasswords = [
  ...[
    'matkhau',
    'anhyeuem',
    'emyeuanh',
    'khongbiet',
    'khongcho',
    'iloveyou',
    'vietnam',
    'hanoi',
    'saigon',
    'hochiminh',
  ],
  ...['bachoho', 'bacho', 'dangcongsan', 'congsan', 'dangvien', 'danguy', 'dangbo', 'chibo', 'bithu', 'vanphong'],
  ...['phuong', 'quan', 'huyen', 'tinh', 'thanhpho', 'uybannhandan', 'ubnd', 'nghiquyet', 'quantriet', 'hoctap'],
  ...['dangnhap', 'taikhoan', 'quantri', 'quantrivien', 'admin', 'administrator', 'nguoidung', 'maytinh', 'dienthoai'],
  ...['toiyeuvietnam', 'yeuvietnam', 'vietnamvodich', 'toiyeuem', 'yeuem', 'yeuanh', 'anhyeu', 'emyeu', 'conyeume'],
  ...[
    'bome',
    'giadinh',
    'hanhphuc',
    'tinhyeu',
    'maimai',
    'mottraihai',
    'motmuoihai',
    'chaobanh',
    'xinchao',
    'chaomung',
  ],
  ...['congty', 'truonghoc', 'hocsinh', 'giaovien', 'nguyen', 'tran', 'nguyenvan', 'nguyenthi', 'tranvan', 'tranthi'],
  ...[
    'thuhuong',
    'thanhhuong',
    'minhanh',
    'tuananh',
    'hoanglong',
    'thanhlong',
    'hongnhung',
    'ngoclan',
    'vanphongdanguy',
  ],
  ...['thunghiem', 'dungthu', 'chaythu', 'demo', 'mau', 'thangnam', 'sinhnhat', 'ngaysinh', 'khongdau', 'khongco'],
  ...['doclaptudohanhphuc', 'doclap', 'tudo', 'quyetthang', 'chienthang', 'thanhcong', 'hoabinh', 'tomcat', 'conmeo'],
];
