/** What stands on the papers of a committee, as far as it follows from two names. */
export interface CommitteeWords {
  bodyName: string;
  superiorBodyName: string;
  place: string;
  documentCode: string;
  signingPower: string;
  signerPost: string;
  recipients: string[];
}

const ORGANISATION = /^đảng bộ\s+/iu;
const LEVEL = /^(phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)\s+/iu;
/** Committees above the base are named by their level; all others are `Đảng ủy …`. */
const BODIES: Record<string, string> = {
  quận: 'Quận ủy',
  huyện: 'Huyện ủy',
  'thị xã': 'Thị ủy',
  'thành phố': 'Thành ủy',
  tỉnh: 'Tỉnh ủy',
};

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** `Đảng bộ phường Sài Đồng` → `Đảng ủy phường Sài Đồng`; `Đảng bộ quận Long Biên` → `Quận ủy Long Biên`. */
function bodyOf(organisation: string): string {
  const rest = tidy(organisation).replace(ORGANISATION, '');
  if (rest === '') return '';
  const level = LEVEL.exec(rest)?.[1]?.toLowerCase();
  const body = level === undefined ? undefined : BODIES[level];
  return body ? `${body} ${rest.replace(LEVEL, '')}` : `Đảng ủy ${rest}`;
}

/** Derives the words from the names of the committee and of the one above it. */
export function committeeWords(name: string, superiorName: string): CommitteeWords {
  const bodyName = bodyOf(name);
  const superiorBodyName = bodyOf(superiorName);
  const isBase = bodyName === '' || bodyName.startsWith('Đảng ủy');
  const body = isBase ? 'Đảng ủy' : bodyName.split(' ').slice(0, 2).join(' ');
  return {
    bodyName,
    superiorBodyName,
    place: tidy(name).replace(ORGANISATION, '').replace(LEVEL, ''),
    documentCode: isBase ? 'ĐU' : initials(body),
    signingPower: `T/M ${(isBase ? body : 'Ban Thường vụ').toUpperCase()}`,
    signerPost: 'BÍ THƯ',
    recipients: [
      ...(superiorBodyName ? [`${superiorBodyName} (để báo cáo)`] : []),
      `Các đồng chí ${isBase ? 'Đảng ủy viên' : 'ủy viên Ban Chấp hành'}`,
      'Các chi bộ trực thuộc',
      `Lưu Văn phòng ${body}`,
    ],
  };
}

const initials = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
