/** Why a file is not taken; each has its sentence in `files.errors.ts`. */
export type Objection = 'kind' | 'damaged' | 'password' | 'active' | 'unpacked' | 'slow' | 'secret';

export const fileKinds = ['pdf', 'docx', 'png', 'jpeg'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What reading a file has shown: it is taken, or one thing speaks against it. */
export type Finding =
  /** `isSearched`: there was text in which a mark of secrecy could have been found. */
  | { isTaken: true; kind: FileKind; isSearched: boolean }
  /** `because` is for the log: which part, which word; never what the file says. */
  | { isTaken: false; objection: Objection; because: string };

export class Objected extends Error {
  readonly objection: Objection;

  constructor(objection: Objection, because: string) {
    super(because);
    this.objection = objection;
  }
}

/** The first lines of a file, each as it stands alone on paper; empty where nothing could be read. */
export interface Reading {
  kind: FileKind;
  lines: string[];
}
