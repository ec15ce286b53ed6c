import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateBy, ValidateIf } from 'class-validator';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar as `yyyy-mm-dd`; 2021-02-30 is none. */
export const IsIsoDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isIsoDate',
    validator: {
      validate: (value: unknown): boolean => {
        if (typeof value !== 'string' || !isoDate.test(value)) return false;
        const day = new Date(`${value}T00:00:00Z`);
        return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && value >= '1900-01-01';
      },
    },
  });

/** A day of every year as `MM-dd`; 02-30 is none. */
export const IsMonthDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMonthDay',
    validator: {
      validate: (value: unknown): boolean =>
        typeof value === 'string' &&
        /^\d{2}-\d{2}$/.test(value) &&
        new Date(`2028-${value}T00:00:00Z`).toJSON()?.slice(5, 10) === value,
    },
  });

/** An hour as `HH:mm`. */
export const IsHour = (): PropertyDecorator =>
  ValidateBy({
    name: 'isHour',
    validator: { validate: (value: unknown) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) },
  });

/** Text as people type it: trimmed, runs of blanks made one, NFC; a text of blanks alone is empty. */
const tidy = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/[ \t\u00A0]+/g, ' ')
        .trim()
    : value,
);

/** A text that must say something. @param max characters */
export const IsText = (max = 500): PropertyDecorator => applyDecorators(tidy, IsString(), IsNotEmpty(), MaxLength(max));

/** A text that may be empty. @param max characters */
export const IsFreeText = (max = 500): PropertyDecorator => applyDecorators(tidy, IsString(), MaxLength(max));

/** May be missing, and may be null: both say that there is none. */
export const IsNullable = (): PropertyDecorator => IsOptional();

/** May be missing but not null: for a change that leaves the field as it is. */
export const IsOmissible = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

const toNumber = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value,
);

/** A whole number of a query string. */
export const IsQueryInt = (min: number, max: number): PropertyDecorator =>
  applyDecorators(toNumber, IsInt(), Min(min), Max(max));

/** A text of digits in one of its written forms. @param plain how it is stored  @param holds whether that is right */
export const IsNumberText = (
  name: 'isCitizenNumber' | 'isPhone' | 'isLookUpNumber',
  plain: (text: string) => string,
  holds: (text: string) => boolean,
): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }): unknown => (typeof value === 'string' ? plain(value) : value)),
    ValidateBy({
      name,
      validator: { validate: (value: unknown): boolean => typeof value === 'string' && holds(value) },
    }),
  );
