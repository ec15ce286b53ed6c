import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LayoutProfile } from './layout-profile.types.js';
import { projectFolder } from '../../platform/config/project-folder.js';

/** Points in one millimetre. */
const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Millimetres as points, the unit of PDF. */
export const toPoints = (millimetres: number): number => millimetres * POINTS_PER_MILLIMETRE;

/** A layout file that cannot be used; `field` is the dotted path, for example `body.text.size`. */
export class LayoutProfileError extends Error {
  readonly code = 'layout-profile.invalid';

  constructor(
    readonly file: string,
    readonly field: string,
    reason: string,
  ) {
    super(`${file}: ${field}: ${reason}`);
  }
}

/** Reads one profile from the text of a file. Throws a LayoutProfileError that names the file and the field. */
export function parseProfile(file: string, text: string): LayoutProfile {
  const profile = plainToInstance(LayoutProfile, parseJson(file, text));
  const [error] = validateSync(profile, { whitelist: true, forbidNonWhitelisted: true });
  if (error) {
    const { field, reason } = firstReason(error);
    throw new LayoutProfileError(file, field, reason);
  }
  return profile;
}

let loaded: LayoutProfile[] | undefined;

/**
 * The rules of layout in force on a day (ISO `yyyy-mm-dd`), from `reports/layout/`: HD 36 until 26/5/2026, HD 05
 * afterwards (domain facts §1.1). Files are read once. Throws a LayoutProfileError for a broken file, an Error for a
 * day that no profile covers or that two cover.
 */
export function profileFor(isoDate: string): LayoutProfile {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) throw new Error(`Not an ISO date: ${isoDate}`);
  loaded ??= loadProfiles(join(projectFolder(), 'reports', 'layout'));
  const inForce = loaded.filter(
    (profile) => (profile.validFrom ?? '') <= isoDate && isoDate <= (profile.validUntil ?? '9999-12-31'),
  );
  const [profile, second] = inForce;
  if (!profile) throw new Error(`No layout profile in reports/layout covers ${isoDate}`);
  if (second) throw new Error(`Both ${profile.code} and ${second.code} in reports/layout cover ${isoDate}`);
  return profile;
}

/** All profiles of a folder, each checked. */
export function loadProfiles(folder: string): LayoutProfile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseProfile(join(folder, name), readFileSync(join(folder, name), 'utf8')));
}

function parseJson(file: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LayoutProfileError(file, '(whole file)', error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LayoutProfileError(file, '(whole file)', 'must be an object');
  }
  return value;
}

function firstReason(error: ValidationError): { field: string; reason: string } {
  const [reason] = Object.values(error.constraints ?? {});
  const [child] = error.children ?? [];
  if (reason !== undefined || !child) return { field: error.property, reason: reason ?? 'is not valid' };
  const inner = firstReason(child);
  return { field: `${error.property}.${inner.field}`, reason: inner.reason };
}
