const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
};
const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value >>> 0, at * 4));
  return bytes;
};
const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

export const bytesOf = { u16, u32, f64 };

/** One record of an .xls stream. */
export const record = (kind: number, ...body: Buffer[]): Buffer => {
  const whole = Buffer.concat(body);
  return Buffer.concat([u16(kind, whole.length), whole]);
};

export const bof = (version: number, kind: number): Buffer => record(0x809, u16(version, kind, 0, 0), u32(0, 0));
export const eof = record(0x0a);

/** A BIFF8 text of 8-bit or 16-bit letters, without its length. */
export const letters8 = (text: string): Buffer => {
  const isWide = /[^\0-ÿ]/.test(text);
  return Buffer.concat([Buffer.from([isWide ? 1 : 0]), Buffer.from(text, isWide ? 'utf16le' : 'latin1')]);
};

/** FONT of BIFF8. */
export const font8 = (name: string): Buffer =>
  record(0x31, Buffer.alloc(14), Buffer.from([name.length]), letters8(name));
export const xf8 = (font: number, format: number): Buffer => record(0xe0, u16(font, format), Buffer.alloc(16));
export const number8 = (row: number, column: number, value: number, style = 0): Buffer =>
  record(0x203, u16(row, column, style), f64(value));
export const label8 = (row: number, column: number, text: string, style = 0): Buffer =>
  record(0x204, u16(row, column, style, text.length), letters8(text));

/** A stream of a workbook with one sheet. */
export function stream(version: number, globals: Buffer[], cells: Buffer[], name = 'Trang'): Buffer {
  const before = [bof(version, 5), ...globals];
  const isBiff8 = version === 0x600;
  const title = Buffer.concat([Buffer.from([name.length]), isBiff8 ? letters8(name) : Buffer.from(name, 'latin1')]);
  const offset = Buffer.concat(before).length + 4 + 6 + title.length + eof.length;
  const sheet = record(0x85, u32(offset), Buffer.from([0, 0]), title);
  return Buffer.concat([...before, sheet, eof, bof(version, 0x10), ...cells, eof]);
}

const sectorBytes = 512;
const end = 0xfffffffe;
const free = 0xffffffff;
const table = 0xfffffffd;

const sectorsOf = (bytes: Buffer): number => Math.max(1, Math.ceil(bytes.length / sectorBytes));
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(sectorsOf(bytes) * sectorBytes - bytes.length)]);

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = kind;
  bytes[67] = 1;
  u32(free, free, kind === 5 ? 1 : free).copy(bytes, 68);
  u32(start, size).copy(bytes, 116);
  return bytes;
}

/** A compound file of streams, each of at least 4096 bytes so that it lies in whole sectors. */
export function compoundFile(streams: Record<string, Buffer>): Buffer {
  const contents = Object.entries(streams).map(([name, content]) => {
    const filled = Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))]);
    return { name, size: filled.length, sectors: padded(filled) };
  });
  const followers: number[] = [];
  const chain = (sectors: number): number => {
    const start = followers.length;
    for (let at = 1; at <= sectors; at += 1) followers.push(at === sectors ? end : start + at);
    return start;
  };
  const starts = contents.map(({ sectors }) => chain(sectorsOf(sectors)));
  const entries = contents.map(({ name, size }, at) => entry(name, 2, starts[at] ?? 0, size));
  const directory = padded(Buffer.concat([entry('Root Entry', 5, end, 0), ...entries]));
  const directoryAt = chain(sectorsOf(directory));
  const tables = Math.ceil((followers.length + 8) / 127);
  const tableAt = followers.length;
  for (let at = 0; at < tables; at += 1) followers.push(table);
  const fat = Buffer.concat([u32(...followers), Buffer.alloc(tables * sectorBytes, 0xff)]).subarray(
    0,
    tables * sectorBytes,
  );
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 24);
  u16(0x3e, 3, 0xfffe, 9, 6, 0, 0, 0).copy(header, 24);
  u32(0, tables, directoryAt, 0, 4096, end, 0, end, 0).copy(header, 40);
  for (let at = 0; at < tables; at += 1) u32(tableAt + at).copy(header, 76 + at * 4);
  return Buffer.concat([header, ...contents.map(({ sectors }) => sectors), directory, fat]);
}
