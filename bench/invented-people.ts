/** Invented people, the same at every run: the n-th of them. Names come from small sets, as they do in a ward. */
const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = ['Văn', 'Thị', 'Đức', 'Thanh', 'Minh', 'Quốc', 'Hồng', 'Ngọc', 'Mẫu', 'Thử', 'Xuân', 'Hữu', 'Bá'];
const givens = [
  ...[
    'An',
    'Ánh',
    'Bình',
    'Châu',
    'Chi',
    'Cường',
    'Dũng',
    'Đạt',
    'Giang',
    'Hà',
    'Hải',
    'Hạnh',
    'Hiền',
    'Hoà',
    'Hùng',
    'Hương',
  ],
  ...[
    'Khánh',
    'Lan',
    'Linh',
    'Long',
    'Mai',
    'Nam',
    'Nga',
    'Oanh',
    'Phúc',
    'Quang',
    'Sơn',
    'Tâm',
    'Thảo',
    'Tuấn',
    'Vân',
    'Yến',
  ],
];

const of = (list: string[], n: number): string => list[n % list.length] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');

export interface Invented {
  fullName: string;
  /** `1957-03-21` */
  birthDate: string;
  sex: 'male' | 'female';
  cardNumber: string;
  admittedOn: string;
  officialOn: string;
}

export function invented(n: number): Invented {
  // Strides without a common factor, so that names, days and cells do not repeat together.
  const middle = of(middles, Math.floor(n / 14) + n);
  const year = 1935 + ((n * 7) % 66);
  return {
    fullName: `${of(families, n)} ${middle} ${of(givens, Math.floor(n / 5) + n * 3)}`,
    birthDate: `${year}-${two(1 + ((n * 5) % 12))}-${two(1 + ((n * 11) % 28))}`,
    sex: middle === 'Thị' ? 'female' : 'male',
    cardNumber: `${two(10 + (Math.floor(n / 1_000_000) % 90))}.${String(n % 1_000_000).padStart(6, '0')}`,
    admittedOn: `${year + 24}-02-03`,
    officialOn: `${year + 25}-02-03`,
  };
}

export const inventedFamilies = families;
export const inventedMiddles = middles;
export const inventedGivens = givens;
