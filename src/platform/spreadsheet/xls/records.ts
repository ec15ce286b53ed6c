import { damaged } from '../refused.ts';

/** Kinds of records that are read (MS-XLS 2.3); BIFF5 has most of them with other insides. */
export const Kind = {
  BOF: 0x0809,
  EOF: 0x000a,
  CONTINUE: 0x003c,
  FILEPASS: 0x002f,
  CODEPAGE: 0x0042,
  DATEMODE: 0x0022,
  FONT: 0x0031,
  FORMAT: 0x041e,
  FORMAT5: 0x001e,
  XF: 0x00e0,
  BOUNDSHEET: 0x0085,
  SST: 0x00fc,
  SUPBOOK: 0x01ae,
  EXTERNSHEET: 0x0017,
  ROW: 0x0208,
  COLINFO: 0x007d,
  BLANK: 0x0201,
  LABELSST: 0x00fd,
  LABEL: 0x0204,
  RSTRING: 0x00d6,
  NUMBER: 0x0203,
  RK: 0x027e,
  MULRK: 0x00bd,
  BOOLERR: 0x0205,
  FORMULA: 0x0006,
  STRING: 0x0207,
  MERGECELLS: 0x00e5,
  OBJ: 0x005d,
  NOTE: 0x001c,
} as const;

export interface BiffRecord {
  kind: number;
  body: Buffer;
  /** Where the next record begins. */
  next: number;
}

/** @returns null at the end of the stream. @throws {Refused} damaged where the record is longer than the stream */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at + 4 > stream.length) return null;
  const kind = stream.readUInt16LE(at);
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw damaged(`a record at ${at} is cut`);
  return { kind, body: stream.subarray(at + 4, next), next };
}

/** The bodies of a record and of those that continue it. */
export function withContinuations(stream: Buffer, first: BiffRecord): { bodies: Buffer[]; next: number } {
  const bodies = [first.body];
  let { next } = first;
  for (let more = recordAt(stream, next); more?.kind === Kind.CONTINUE; more = recordAt(stream, next)) {
    bodies.push(more.body);
    next = more.next;
  }
  return { bodies, next };
}

/** The records of one substream (workbook or sheet) from its BOF; those of charts inside a sheet are passed over. */
export function* substream(stream: Buffer, from: number): Generator<BiffRecord, void, undefined> {
  let depth = 0;
  for (let record = recordAt(stream, from); record; record = recordAt(stream, record.next)) {
    if (record.kind === Kind.BOF) depth += 1;
    else if (record.kind === Kind.EOF) depth -= 1;
    if (depth === 0) return;
    if (depth === 1) yield record;
  }
  throw damaged('a sheet without end');
}
