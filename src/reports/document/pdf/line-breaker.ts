import type { Run } from '../document.js';
import { faceOf, type FaceName, type MeasureText } from '../typeface.js';
import { printable } from '../wording.js';

/** A stretch of letters in one face, without spaces. */
export interface Piece {
  text: string;
  face: FaceName;
  underline: boolean;
  width: number;
}

/** What stands between two gaps: mostly one piece, more where the face changes inside a word. */
export interface Word {
  pieces: Piece[];
  width: number;
  /** The gap before this word; 0 at the start of a line. */
  gap: number;
  /** False where a no-break space or nothing stands before it. */
  mayBreakBefore: boolean;
}

export interface Line {
  words: Word[];
  /** Natural width, points. */
  width: number;
  /** From the left edge of the text to the first word, points. */
  indent: number;
  /** True for the last line of a paragraph, which is never stretched. */
  isLast: boolean;
}

export interface BreakOptions {
  size: number;
  /** Width of the text, points. */
  width: number;
  /** Of the first line, points. */
  firstLineIndent?: number;
}

/** Points; sums of fractions are never quite exact. */
const TOLERANCE = 0.001;

/**
 * Breaks text into lines no wider than `width`: greedily, as Word does, at plain spaces only. A no-break space
 * (U+00A0) never breaks; two and more spaces in a row are a blank to be filled in and stay whole; "\n" is a break
 * chosen by sense. A single word wider than a line is cut by letters, since it must not leave the paper.
 */
export function breakLines(runs: Run[], measure: MeasureText, options: BreakOptions): Line[] {
  const lines: Line[] = [];
  for (const paragraph of splitAtNewlines(runs)) {
    const words = toWords(paragraph, measure, options);
    const indent = lines.length === 0 ? (options.firstLineIndent ?? 0) : 0;
    lines.push(...fill(words, options.width, indent));
  }
  return lines;
}

function fill(words: Word[], width: number, firstIndent: number): Line[] {
  const lines: Line[] = [];
  let line = emptyLine(firstIndent);
  for (const chunk of unbreakable(words, width)) {
    const isTooLong = line.indent + line.width + widthOfChunk(chunk) > width + TOLERANCE;
    if (isTooLong && line.words.length > 0) {
      lines.push(line);
      line = emptyLine(0);
    }
    for (const word of chunk) append(line, word);
  }
  return [...lines, { ...line, isLast: true }];
}

function append(line: Line, word: Word): void {
  const placed = line.words.length === 0 ? { ...word, gap: 0 } : word;
  line.words.push(placed);
  line.width += placed.gap + placed.width;
}

const emptyLine = (indent: number): Line => ({ words: [], width: 0, indent, isLast: false });

/** Words that stay together; apart after all where together they are wider than a line. */
function unbreakable(words: Word[], width: number): Word[][] {
  const chunks: Word[][] = [];
  for (const word of words) {
    const last = chunks.at(-1);
    if (last && !word.mayBreakBefore) last.push(word);
    else chunks.push([word]);
  }
  return chunks.flatMap((chunk) => (widthOfChunk(chunk) > width ? chunk.map((word) => [word]) : [chunk]));
}

const widthOfChunk = (chunk: Word[]): number => chunk.reduce((sum, word) => sum + word.gap + word.width, 0);

function splitAtNewlines(runs: Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    printable(run.text)
      .split('\n')
      .forEach((text, index) => {
        if (index > 0) paragraphs.push([]);
        paragraphs.at(-1)?.push({ ...run, text });
      });
  }
  return paragraphs;
}

/** Collects words while the text is read from left to right. */
class WordCollector {
  readonly words: Word[] = [];
  private gap = 0;
  private mayBreak = true;
  private isAfterGap = true;

  addSpace(width: number, isBreakable: boolean): void {
    this.gap += width;
    this.mayBreak = isBreakable && (!this.isAfterGap || this.mayBreak);
    this.isAfterGap = true;
  }

  addPiece(piece: Piece): void {
    const last = this.words.at(-1);
    if (this.isAfterGap || !last) {
      this.words.push({ pieces: [piece], width: piece.width, gap: this.gap, mayBreakBefore: this.mayBreak });
    } else {
      last.pieces.push(piece);
      last.width += piece.width;
    }
    this.gap = 0;
    this.isAfterGap = false;
  }

  /** A break inside a word that is wider than the line. */
  cut(): void {
    this.addSpace(0, true);
  }
}

/** A space is measured behind its word, since letters are kerned against spaces too. */
function toWords(runs: Run[], measure: MeasureText, { size, width }: BreakOptions): Word[] {
  const collector = new WordCollector();
  for (const run of runs) {
    const face = faceOf(run);
    const widthOf = (text: string): number => measure(text, face, size);
    let before = '';
    for (const token of run.text.split(/([ \u00a0])/)) {
      if (token === '') continue;
      const isSpace = token === ' ' || token === '\u00a0';
      if (isSpace) collector.addSpace(widthOf(`${before} `) - widthOf(before), token === ' ');
      else addLetters(collector, cutToFit(token, width, widthOf), run, widthOf);
      before = isSpace ? '' : token;
    }
  }
  return collector.words;
}

function addLetters(collector: WordCollector, parts: string[], run: Run, widthOf: (text: string) => number): void {
  parts.forEach((text, index) => {
    if (index > 0) collector.cut();
    collector.addPiece({ text, face: faceOf(run), underline: run.underline ?? false, width: widthOf(text) });
  });
}

function cutToFit(text: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(text) <= width) return [text];
  const parts = [''];
  for (const letter of text) {
    const current = parts.at(-1) ?? '';
    if (current !== '' && widthOf(current + letter) > width) parts.push(letter);
    else parts[parts.length - 1] = current + letter;
  }
  return parts;
}
