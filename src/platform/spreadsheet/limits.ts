/** How much one file may ask of the machine; what goes beyond is refused in one sentence. */
export interface SheetLimits {
  /** Bytes of the file as sent. */
  fileBytes: number;
  /** Files inside a zip. */
  entries: number;
  /** Bytes that come out of a zip, counted as they come and not as the zip declares them. */
  inflatedBytes: number;
  /** How many bytes one packed byte may become, asked once 16 MB of a part have come out: deflate can do 1:1032. */
  ratio: number;
  sheets: number;
  /** Cells that hold something. */
  cells: number;
  merges: number;
  /** Bytes of all rows as they are kept, and of a file's table of texts: memory that the heap limit does not count. */
  keptBytes: number;
  seconds: number;
  /** Of the reading process's JavaScript heap; all else that it holds is bounded by the limits above. */
  heapMegabytes: number;
}

const mega = 1024 * 1024;

/** A list of 100.000 rows with 30 columns (about 20 MB, 160 MB unpacked) is well within. */
export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 50 * mega,
  entries: 5000,
  inflatedBytes: 640 * mega,
  ratio: 300,
  sheets: 250,
  cells: 4_000_000,
  merges: 100_000,
  keptBytes: 200 * mega,
  seconds: 120,
  heapMegabytes: 160,
};

/** Rows and columns that Excel 2007 and later has; what lies outside is damage. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Excel holds 32.767 characters in a cell, LibreOffice 65.535; the rest is room for what is cut elsewhere. */
export const CELL_CHARACTERS = 1_000_000;
