import type { Random } from './random.js';
import type { Sex } from './ward.types.js';

/**
 * Makes a name as people of that sex and age carry it in the North. Names that everybody knows from the news, and those
 * of the article's officials, never come up.
 */
export function makeName(random: Random, sex: Sex, birthYear: number): string {
  const manner = birthYear < 1958 ? customs[sex].old : customs[sex].young;
  for (let attempt = 0; attempt < 100; attempt++) {
    const family = random.pickWeighted(families);
    const words = [family, ...random.pickWeighted(manner.middle).split(' '), random.pickRanked(manner.given)];
    const name = words.filter((word) => word !== '').join(' ');
    if (new Set(words).size === words.length && !publicNames.has(name)) return name;
  }
  throw new Error('no usable name in 100 attempts');
}

/** The given name: the last word. */
export function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

/** Share in percent, roughly as among people of Hà Nội. */
const families = weights(
  'Nguyễn 33, Trần 10, Phạm 7.5, Lê 7.5, Vũ 5.5, Hoàng 4.5, Đỗ 4, Bùi 3.2, Đặng 2.6, Ngô 2.2, Dương 1.8, Đào 1.8, Đinh 1.6, Phan 1.5, ' +
    'Trịnh 1.4, Lương 1.2, Đoàn 1.1, Trương 1, Hà 1, Cao 0.9, Tạ 0.9, Mai 0.8, Lưu 0.8, Phùng 0.7, Chu 0.7, Nghiêm 0.4, Hồ 0.4, ' +
    'Vương 0.4, Tô 0.4, Kiều 0.3, Khúc 0.3, Thái 0.3, Lại 0.3, Doãn 0.2, Quách 0.2, Khuất 0.2',
);

/** Most frequent first. Some names are spelt in both ways of placing the tone (Hoà, Hòa), as offices' files are. */
const customs: Record<Sex, { old: Manner; young: Manner }> = {
  male: {
    old: {
      middle: weights(
        'Văn 42, Đình 7, Xuân 6, Ngọc 5, Đức 5, Quang 5, Hữu 5, Công 4, Quốc 3, Bá 3, Trọng 3, Duy 2, Viết 2, Thế 3, Sỹ 2, Khắc 2, Đăng 1.5, Như 0.5',
      ),
      given: list(
        'Hùng Bình Sơn Thắng Dũng Minh Hải Thành Tuấn Hoà Long Chiến Quang Thanh Lâm Phúc Khánh Lợi Tiến Vinh An Cường ' +
          'Hòa Thịnh Toàn Bảo Đạt Hưng Nghĩa Tâm Lộc Kiên Định Quý Chính Đông Tân Ninh Khoa Thông Nam Hồng Ân Cầu Trí Tường ' +
          'Phong Hiệp Luận Ích Viện Thuyết Đoàn Hợp Khải Bích Điền Thuận Tuất Dần Mão Thìn Tỵ Ngọ Mùi Hợi',
      ),
    },
    young: {
      middle: weights(
        'Văn 18, Minh 9, Anh 6, Quang 7, Đức 8, Ngọc 5, Tuấn 4, Xuân 4, Mạnh 5, Hoàng 5, Quốc 4, Việt 4, Đình 4, Hữu 3, Thanh 3, Trung 4, Duy 4, Công 3, Thế 3, Tiến 3, Hải 2',
      ),
      given: list(
        'Tuấn Dũng Hùng Anh Cường Nam Hải Sơn Long Minh Thắng Hiếu Đức Trung Kiên Tùng Quân Hưng Thành Giang Việt Hoàng Linh ' +
          'Duy Tú Huy Phương Mạnh Đạt Khánh Hà Quang Toàn Vinh Tiến Bình Thịnh Lâm Khôi Bách Hiệp Phúc Trường Đại Ngọc Hòa ' +
          'Chung Thái Luân Phong Nghĩa Vũ Khoa Đăng Tân Hậu Thuỷ',
      ),
    },
  },
  female: {
    old: {
      middle: weights(
        'Thị 70, Thị Kim 3, Thị Thanh 4, Thị Minh 3, Thị Ngọc 3, Thị Bích 2, Thị Hồng 3, Thị Xuân 2, Kim 2, Thu 2, Minh 2, Hồng 2, Tuyết 1, Thanh 1',
      ),
      given: list(
        'Lan Hoa Hồng Nga Hương Thanh Hoà Liên Mai Minh Hiền Bình Oanh Loan Nhung Phượng Thơm Tuyết Yến Cúc Hằng Thuý Nguyệt ' +
          'Hạnh Dung Hải Lý Bích Vân Thu Mùi Chung Thịnh Hiên Nhàn Tâm Sâm Thoa Ngân Thảo Hợi Tý Sửu Xuân Hòa Đào Mận Ngọ ' +
          'Thìn Dậu Tình Nhẫn Khánh Thoan Chúc Ninh Quý Mỹ Lựu Là Vinh Thuận Lợi',
      ),
    },
    young: {
      middle: weights(
        'Thị 30, Thu 8, Thị Thu 6, Thị Thanh 5, Thị Minh 3, Thanh 5, Ngọc 5, Minh 5, Thuỳ 4, Thùy 3, Hồng 4, Thị Hồng 4, Thị Bích 3, Thị Ngọc 3, Bích 3, Phương 4, Kim 2, Mai 2, Lan 2, Khánh 2, Hoàng 1',
      ),
      given: list(
        'Hương Hà Hằng Thủy Hoa Lan Trang Huyền Linh Thảo Hạnh Dung Nga Phương Anh Hiền Yến Vân Nhung Thu Hồng Ngọc Loan Mai ' +
          'Thúy Giang Hường Liên Ngân Oanh Tâm Tuyết Chi Quỳnh My Nguyệt Lê Thuỷ Bích Minh Hậu Diệp Hòa Thanh Xuân Duyên ' +
          'Thuý Trâm Quyên Dương Hiên Châu Thơm Phượng Nhàn Vinh Thoa',
      ),
    },
  },
};

/** Leaders of the day, and the officials of the article: an invented member must not be taken for one of them. */
const publicNames = new Set(
  (
    'Đặng Đức Cường, Lê Thị Hiền, Vũ Tiến Hưng, Vương Đình Huệ, Nguyễn Phú Trọng, Nguyễn Xuân Phúc, ' +
    'Nguyễn Thị Kim Ngân, Trần Quốc Vượng, Phạm Minh Chính, Phạm Bình Minh, Tô Lâm, Ngô Xuân Lịch, ' +
    'Lương Cường, Phan Văn Giang, Nguyễn Hòa Bình, Nguyễn Hoà Bình, Nguyễn Văn Bình, Trương Hòa Bình, ' +
    'Trương Thị Mai, Tòng Thị Phóng, Hoàng Trung Hải, Vũ Đức Đam, Trần Cẩm Tú, Trần Thanh Mẫn, ' +
    'Nguyễn Thiện Nhân, Nguyễn Văn Nên, Đinh Tiến Dũng, Chu Ngọc Anh, Nguyễn Đức Chung, ' +
    'Nguyễn Thị Tuyến, Nguyễn Ngọc Tuấn, Nguyễn Văn Phong, Đào Đức Toàn, Nguyễn Doãn Anh, ' +
    'Trần Đức Lương, Nguyễn Minh Triết, Trương Tấn Sang, Nguyễn Tấn Dũng, Phan Văn Khải, Lê Khả Phiêu, ' +
    'Nông Đức Mạnh, Nguyễn Sinh Hùng, Nguyễn Văn An, Trần Đại Quang, Đặng Thị Ngọc Thịnh, ' +
    'Nguyễn Thị Bình'
  ).split(', '),
);

interface Manner {
  middle: [string, number][];
  given: string[];
}

/** `Nguyễn 33, Trần 10` */
function weights(text: string): [string, number][] {
  return text.split(', ').map((part) => {
    const space = part.lastIndexOf(' ');
    return [part.slice(0, space), Number(part.slice(space + 1))];
  });
}

function list(text: string): string[] {
  return text.split(' ');
}
