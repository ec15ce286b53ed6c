import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsISO8601,
  IsPositive,
  IsString,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** A part of the profile that is an object of its own. */
function Part(type: () => new () => object): PropertyDecorator {
  return (target, key) => {
    IsDefined()(target, key);
    ValidateNested()(target, key);
    Type(type)(target, key);
  };
}

/** Null means open; a missing field is a mistake. */
const isGiven = (_profile: object, value: unknown): boolean => value !== null;

/** Look of one element: `size` of the letters and `pitch`, the exact distance of lines, in points. */
export class TextStyle {
  @IsPositive() size: number;
  @IsPositive() pitch: number;
  @IsBoolean() bold: boolean;
  @IsBoolean() italic: boolean;
  @IsBoolean() underline: boolean;
}

/** Paper and margins in millimetres. */
export class PageLayout {
  @IsPositive() width: number;
  @IsPositive() height: number;
  @Min(0) top: number;
  @Min(0) bottom: number;
  @Min(0) left: number;
  @Min(0) right: number;
}

export class Pages {
  @Part(() => PageLayout) portrait: PageLayout;
  @Part(() => PageLayout) landscape: PageLayout;
}

export class PageNumberLayout {
  /** Top of the figure's box from the paper's edge, mm. */
  @Min(0) fromTop: number;
  /** 2: the first page goes bare. */
  @IsIn([1, 2]) fromPage: 1 | 2;
  @Part(() => TextStyle) text: TextStyle;
}

/** Widths in mm; rule and gaps in points. */
export class LetterheadLayout {
  @IsPositive() leftWidth: number;
  @IsPositive() rightWidth: number;
  @Part(() => TextStyle) superiorBody: TextStyle;
  @Part(() => TextStyle) issuingBody: TextStyle;
  @IsString() separator: string;
  @Part(() => TextStyle) separatorText: TextStyle;
  @Part(() => TextStyle) number: TextStyle;
  @IsString() party: string;
  @Part(() => TextStyle) partyText: TextStyle;
  @IsPositive() ruleWeight: number;
  /** From the foot of the letters' box to the rule. */
  @Min(0) ruleGap: number;
  /** From the rule to the line of place and date. */
  @Min(0) placeGap: number;
  @Part(() => TextStyle) placeAndDate: TextStyle;
  @Part(() => TextStyle) draftMark: TextStyle;
  /** On a line of its own above the head, or in the top margin, where nothing else moves. */
  @IsIn(['line-above', 'in-margin']) draftMarkPlace: 'line-above' | 'in-margin';
}

/** Gaps in points. */
export class TitleLayout {
  @Min(0) spaceBefore: number;
  @Part(() => TextStyle) documentType: TextStyle;
  @Part(() => TextStyle) subject: TextStyle;
  @IsString() closing: string;
  @Part(() => TextStyle) closingText: TextStyle;
  @Min(0) spaceAfter: number;
}

export class BodyLayout {
  @Part(() => TextStyle) text: TextStyle;
  /** mm */
  @Min(0) firstLineIndent: number;
  /** Points. */
  @Min(0) spaceAfter: number;
}

export class HeadingLayout {
  @Part(() => TextStyle) text: TextStyle;
  /** mm */
  @Min(0) indent: number;
  /** Points. */
  @Min(0) spaceBefore: number;
  @Min(0) spaceAfter: number;
}

export class CaptionLayout {
  @Part(() => TextStyle) title: TextStyle;
  @Part(() => TextStyle) subtitle: TextStyle;
  @Part(() => TextStyle) source: TextStyle;
  /** Points. */
  @Min(0) spaceAfter: number;
}

/** All lengths in points. */
export class TableLayout {
  @Part(() => TextStyle) text: TextStyle;
  @Part(() => TextStyle) head: TextStyle;
  /** Head cells in italic: numbers and formulas of columns. */
  @Part(() => TextStyle) headFormula: TextStyle;
  /** Rows of a given height, made for pens. */
  @Part(() => TextStyle) penText: TextStyle;
  @IsPositive() rule: number;
  @Min(0) paddingVertical: number;
  @Min(0) paddingHorizontal: number;
  @Part(() => TextStyle) note: TextStyle;
  @Min(0) noteGap: number;
  @Min(0) spaceAfter: number;
}

export class SignatureLayout {
  /** Points. */
  @Min(0) spaceBefore: number;
  /** Width of the signer's column at the right margin, mm. */
  @IsPositive() rightWidth: number;
  @IsString() recipientsTitle: string;
  @Part(() => TextStyle) recipientsTitleText: TextStyle;
  @Part(() => TextStyle) recipients: TextStyle;
  @Part(() => TextStyle) power: TextStyle;
  @Part(() => TextStyle) post: TextStyle;
  @Part(() => TextStyle) signer: TextStyle;
  /** Room for the hand between post and name, points. */
  @Min(0) gap: number;
}

/** What offices write in different ways (domain facts §9.4); for those who compose the text. */
export class WordingLayout {
  /** Ends the text: `.`, in some offices `./.` */
  @IsString() endMark: string;
  /** Between the Roman number and the name of a part: `- ` or `. ` */
  @IsString() headingSeparator: string;
}

/**
 * How a Party document looks, for a span of days (domain facts §1.2–1.3). Read from `reports/layout/*.json`;
 * `validFrom` and `validUntil` are ISO days, both included, null where open.
 */
export class LayoutProfile {
  @IsString() code: string;
  @IsString() name: string;
  @ValidateIf(isGiven) @IsISO8601({ strict: true }) validFrom: string | null;
  @ValidateIf(isGiven) @IsISO8601({ strict: true }) validUntil: string | null;
  /** Face named in Word and Excel; PDF embeds Tinos, which has its widths. */
  @IsString() typeface: string;
  @Part(() => Pages) page: Pages;
  @Part(() => PageNumberLayout) pageNumber: PageNumberLayout;
  @Part(() => LetterheadLayout) letterhead: LetterheadLayout;
  @Part(() => TitleLayout) title: TitleLayout;
  @Part(() => BodyLayout) body: BodyLayout;
  @Part(() => HeadingLayout) heading1: HeadingLayout;
  @Part(() => HeadingLayout) heading2: HeadingLayout;
  @Part(() => CaptionLayout) caption: CaptionLayout;
  @Part(() => TableLayout) table: TableLayout;
  @Part(() => SignatureLayout) signature: SignatureLayout;
  @Part(() => WordingLayout) wording: WordingLayout;
}
