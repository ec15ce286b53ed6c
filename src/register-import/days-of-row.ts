import { readDay } from '../members/import/day-reader.js';
import { isBlank, textOf } from '../members/import/reading.js';
import type { MemberState } from '../members/import/status-words.js';
import { fold } from '../members/import/tidy-text.js';
import type { Line, ReaderContext } from './line.js';

interface Said {
  state: MemberState | null;
  standing: 'official' | 'probationary' | null;
}

/** Older than this, who is exempt is so for his age (domain §4); younger, for his health. */
const OLD_AGE = 60;

/** Days of admission, of full membership, of exemption; what follows from the state where no day is given. */
export function laterDays(line: Line, said: Said, context: ReaderContext): void {
  const day = (field: 'admittedOn' | 'officialOn'): string | null => {
    const swapSuspected = context.swapped.has(field);
    return line.take(field, readDay(line.cell(field), { today: context.today, swapSuspected }));
  };
  const admitted = day('admittedOn');
  const official = day('officialOn');
  const { birthDate, birthYear } = line.values;
  if (admitted) {
    line.values.admittedOn = admitted;
    const isTooEarly = birthDate ? admitted <= birthDate : Number(admitted.slice(0, 4)) < (birthYear ?? 0);
    if (isTooEarly) line.wrong('admittedOn', 'Ngày kết nạp phải sau ngày sinh.');
  }
  if (official) {
    line.values.officialOn = official;
    if (admitted && official < admitted) line.wrong('officialOn', 'Ngày chính thức không được trước ngày kết nạp.');
    if (said.standing === 'probationary') {
      line.note('doubt', 'status', 'Ghi là dự bị nhưng đã có ngày chính thức.');
    }
  } else if (admitted && said.standing !== 'probationary') inferOfficial(line, admitted, said, context);
  readAbsences(line, said, context);
}

/** The probation takes twelve months (Điều lệ Đảng, art. 5); who is not said to be on it has been through it. */
function inferOfficial(line: Line, admitted: string, { standing }: Said, { today }: ReaderContext): void {
  const later = `${Number(admitted.slice(0, 4)) + 1}${admitted.slice(4)}`.replace(/-02-29$/, '-02-28');
  if (later > today) {
    if (standing === 'official') line.note('doubt', 'status', 'Ghi là chính thức nhưng kết nạp chưa đủ 12 tháng.');
    return;
  }
  line.values.officialOn = later;
  line.inferred.push('officialOn');
}

function readAbsences(line: Line, { state }: Said, { reading, today, swapped }: ReaderContext): void {
  const cell = line.cell('exemptFrom');
  const isMark = ['x', 'co', 'mien', 'duoc mien'].includes(fold(textOf(cell)));
  const swapSuspected = swapped.has('exemptFrom');
  const day = isMark || isBlank(cell) ? null : line.take('exemptFrom', readDay(cell, { today, swapSuspected }));
  if (day || isMark || state === 'exempt') {
    const { birthYear } = line.values;
    const isOld = birthYear === undefined || Number(today.slice(0, 4)) - birthYear >= OLD_AGE;
    line.values.exemption = { from: day ?? reading.from, kind: isOld ? 'old-age' : 'poor-health' };
    const reason = isOld ? 'tuổi cao' : 'sức khỏe yếu';
    line.note(
      'restored',
      day || isMark ? 'exemptFrom' : 'status',
      `Tệp không ghi lý do miễn, ghi vào sổ là ${reason}.`,
    );
  }
  if (state === 'away') line.values.awayFrom = reading.from;
  if (state === 'suspended') {
    line.note('doubt', 'status', 'Đình chỉ sinh hoạt: sổ chưa ghi được tình trạng này, đồng chí vẫn được triệu tập.');
  }
}
