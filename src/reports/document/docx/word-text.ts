import { AlignmentType, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { Run } from '../document.js';
import { toPoints } from '../layout-profile.js';
import type { TextStyle } from '../layout-profile.types.js';
import { printable } from '../wording.js';

const TWIPS_PER_POINT = 20;

/** Points as twips, Word's unit of length. */
export const twips = (points: number): number => Math.round(points * TWIPS_PER_POINT);

/** Millimetres as twips. */
export const millimetres = (length: number): number => twips(toPoints(length));

export type Alignment = 'left' | 'center' | 'right' | 'justify';

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

/** How a paragraph stands; gaps in points, indent in millimetres. */
export interface Standing {
  align: Alignment;
  spaceBefore?: number;
  spaceAfter?: number;
  firstLineIndent?: number;
  isKeptWithNext?: boolean;
  border?: IParagraphOptions['border'];
  /** Both sides, points. */
  sideIndent?: number;
  /** 1 or 2 for a heading, so that Word's navigation lists it. */
  headingLevel?: 1 | 2;
}

/** A paragraph with the exact line distance of its style; "\n" in the text is a line break. */
export function wordParagraph(runs: Run[], style: TextStyle, standing: Standing): Paragraph {
  const { align, spaceBefore = 0, spaceAfter = 0, firstLineIndent = 0, sideIndent = 0 } = standing;
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    keepNext: standing.isKeptWithNext ?? false,
    widowControl: true,
    spacing: {
      line: twips(style.pitch),
      lineRule: LineRuleType.EXACT,
      before: twips(spaceBefore),
      after: twips(spaceAfter),
    },
    indent: { firstLine: millimetres(firstLineIndent), left: twips(sideIndent), right: twips(sideIndent) },
    ...(standing.headingLevel === undefined ? {} : { outlineLevel: standing.headingLevel - 1 }),
    ...(standing.border ? { border: standing.border } : {}),
    children: runs.flatMap((run) => wordRuns(run, style)),
  });
}

export const wordLine = (text: string, style: TextStyle, standing: Standing): Paragraph =>
  wordParagraph([{ text }], style, standing);

/** A paragraph of one point: Word wants one after a table at the end of a section and between two tables. */
export function emptyParagraph(spaceAfter = 0, isKeptWithNext = false): Paragraph {
  const spacing = { line: TWIPS_PER_POINT, lineRule: LineRuleType.EXACT, before: 0, after: twips(spaceAfter) };
  return new Paragraph({ keepNext: isKeptWithNext, spacing });
}

function wordRuns(run: Run, style: TextStyle): TextRun[] {
  return printable(run.text)
    .split('\n')
    .map(
      (text, index) =>
        new TextRun({
          text,
          ...(index > 0 ? { break: 1 } : {}),
          ...wordFace(style),
          bold: run.bold === true || style.bold,
          italics: run.italic === true || style.italic,
          ...(run.underline === true || style.underline ? { underline: {} } : {}),
        }),
    );
}

/** Size in half points, as Word counts. */
export const wordFace = (style: TextStyle): { size: number } => ({ size: Math.round(style.size * 2) });
