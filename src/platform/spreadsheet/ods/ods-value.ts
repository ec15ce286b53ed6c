import type { TextRun, ValueLetter } from '../cell-code.ts';
import { isoCode } from '../value-code.ts';
import type { Attributes } from '../xml.ts';
import type { OdsText } from './ods-text.ts';

export type OdsValue = [letter: ValueLetter, text: string, runs: TextRun[] | null];

/** What a cell holds, by the type it declares. @returns null for nothing */
export function odsValue(attributes: Attributes, text: OdsText): OdsValue | null {
  switch (attributes['value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return ['n', attributes['value'] ?? '', null];
    case 'boolean':
      return ['b', attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE', null];
    case 'date':
      return dateValue(attributes['date-value'] ?? '');
    case 'time':
      return timeValue(attributes['time-value'] ?? '', text);
    default:
      return textValue(attributes, text);
  }
}

function textValue(attributes: Attributes, text: OdsText): OdsValue | null {
  const isFormula = attributes['formula'] !== undefined;
  const shown = text.text();
  // LibreOffice writes an error as a text of nothing that shows something.
  if (isFormula && attributes['string-value'] === '' && shown !== '') return ['e', shown, null];
  const stored = shown === '' ? (attributes['string-value'] ?? '') : shown;
  if (stored === '') return isFormula ? ['', '', null] : null;
  return ['t', stored, text.stretches()];
}

function dateValue(written: string): OdsValue {
  const [, letter, text] = isoCode(1, written, 0);
  return [letter as ValueLetter, text, null];
}

/** `PT14H00M00S` is the time of a day as long as it fits into one. */
function timeValue(written: string, text: OdsText): OdsValue {
  const [, hours = '', minutes = '', seconds = ''] = /^PT(\d\d)H(\d\d)M(\d\d)(?:[.,]\d+)?S$/.exec(written) ?? [];
  return hours !== '' && Number(hours) < 24 ? ['d', `${hours}:${minutes}:${seconds}`, null] : ['t', text.text(), null];
}
