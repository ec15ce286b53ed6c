import { day, hour } from '../../words/format.ts';

interface Plan {
  committee: string;
  basis: { number: string; issuer: string; issuedOn: string } | null;
  heldOn: string;
  venue: string;
  studied: string;
  /** `08:00`, one a class. */
  hours: string[];
}

/** `a`, `a và b`, `a, b và c` */
function joined(words: string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} và ${last}`;
}

/** A piece of the sentence; what is not typed yet is a gap with its name. */
export interface Piece {
  text: string;
  kind: 'said' | 'gap' | 'day';
}

/** The sentence that the report begins with, built as one types. */
export function printedSentence({ committee, basis, heldOn, venue, studied, hours }: Plan): Piece[] {
  const said = (text: string): Piece => ({ text, kind: 'said' });
  const orGap = (text: string, gap: string): Piece => (text ? said(text) : { text: `[${gap}]`, kind: 'gap' });
  const times = [...new Set(hours.filter(Boolean))].sort().map(hour);
  return [
    ...(basis
      ? [
          said(`Thực hiện Kế hoạch số ${basis.number}, ngày `),
          orGap(basis.issuedOn && day(basis.issuedOn), 'ngày của căn cứ'),
          said(' của '),
          orGap(basis.issuer, 'cơ quan'),
          said(', ngày '),
        ]
      : [said('Ngày ')]),
    heldOn ? { text: day(heldOn), kind: 'day' } : { text: '[ngày họp]', kind: 'gap' },
    said(', tại '),
    orGap(venue, 'nơi họp'),
    said(`, ${committee} tổ chức học tập, quán triệt `),
    orGap(studied, 'văn bản'),
    said(` thành ${hours.length} lớp`),
    ...(times.length > 0 ? [said(`, lúc ${joined(times)}`)] : []),
    said('.'),
  ];
}
