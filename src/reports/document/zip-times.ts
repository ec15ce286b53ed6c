const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** Sizes of the fixed parts of the records (ZIP specification 4.3.12 and 4.3.16). */
const END_SIZE = 22;
const ENTRY_SIZE = 46;

/**
 * Gives all entries of a ZIP file one time, in UTC, in place of the clock's, so that the same data give the same
 * bytes. The writers of Word and Excel files offer no setting for it. Throws where the bytes are not a ZIP file.
 */
export function setZipTimes(zip: Buffer, time: Date): Buffer {
  const { date, clock } = toDosTime(time);
  const copy = Buffer.from(zip);
  const end = findEnd(copy);
  let entry = copy.readUInt32LE(end + 16);
  for (let count = copy.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (copy.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error('Not a ZIP file: its directory is broken');
    copy.writeUInt16LE(clock, entry + 12);
    copy.writeUInt16LE(date, entry + 14);
    const local = copy.readUInt32LE(entry + 42);
    copy.writeUInt16LE(clock, local + 10);
    copy.writeUInt16LE(date, local + 12);
    entry += ENTRY_SIZE + copy.readUInt16LE(entry + 28) + copy.readUInt16LE(entry + 30) + copy.readUInt16LE(entry + 32);
  }
  return copy;
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - END_SIZE; at >= 0; at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('Not a ZIP file: it has no directory');
}

/** MS-DOS date and time: years from 1980 on, steps of two seconds. */
function toDosTime(time: Date): { date: number; clock: number } {
  const year = Math.min(Math.max(time.getUTCFullYear(), 1980), 2107);
  return {
    date: ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
    clock: (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
  };
}
