export type RefusalCode =
  | 'spreadsheet.empty'
  | 'spreadsheet.too-large'
  | 'spreadsheet.too-much'
  | 'spreadsheet.too-slow'
  | 'spreadsheet.busy'
  | 'spreadsheet.password'
  | 'spreadsheet.macro'
  | 'spreadsheet.binary'
  | 'spreadsheet.links'
  | 'spreadsheet.doctype'
  | 'spreadsheet.damaged'
  | 'spreadsheet.too-old'
  | 'spreadsheet.word'
  | 'spreadsheet.pdf'
  | 'spreadsheet.web-archive'
  | 'spreadsheet.unknown'
  | 'spreadsheet.encoding'
  | 'spreadsheet.quote';

const short = (value: string | number): string | number => (typeof value === 'string' ? value.slice(0, 200) : value);

/** Why a reader stops. It crosses from the reading process as code and details; `refusals.ts` has the sentences. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, string | number>;

  constructor(code: RefusalCode, details: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.details = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, short(value)]));
  }
}

/** @param reason in English, for who looks into the file; never shown as the sentence */
export const damaged = (reason: string): Refused => new Refused('spreadsheet.damaged', { reason });
/** @param what which limit: a field of `SheetLimits` or what is too long */
export const tooMuch = (what: string): Refused => new Refused('spreadsheet.too-much', { what });
