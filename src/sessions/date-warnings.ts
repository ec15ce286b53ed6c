import { shownDay } from '../platform/errors/shown-day.js';
import type { DateWarning } from './date-warning.types.js';

export interface SessionDates {
  /** First day of the session; null while no sitting is planned. */
  heldOn: string | null;
  basis: { number: string; issuedOn: string } | null;
  resolutions: { title: string; issuedOn: string }[];
}

/** Session ≥ basis plan ≥ resolution (DESIGN §5). The seed's article breaks it: 16/7/2020 for a plan of 26/11/2020. */
export function dateWarnings({ heldOn, basis, resolutions }: SessionDates): DateWarning[] {
  const warnings: DateWarning[] = [];
  if (heldOn && basis && heldOn < basis.issuedOn) {
    const message = `Ngày học ${shownDay(heldOn)} trước ngày ban hành kế hoạch ${basis.number} (${shownDay(basis.issuedOn)}).`;
    warnings.push({ code: 'session.before-basis', message });
  }
  for (const { title, issuedOn } of resolutions) {
    if (heldOn && heldOn < issuedOn) {
      const message = `Ngày học ${shownDay(heldOn)} trước ngày ban hành “${title}” (${shownDay(issuedOn)}).`;
      warnings.push({ code: 'session.before-resolution', message });
    }
    if (basis && basis.issuedOn < issuedOn) {
      const message = `Kế hoạch ${basis.number} ngày ${shownDay(basis.issuedOn)} trước ngày ban hành “${title}” (${shownDay(issuedOn)}).`;
      warnings.push({ code: 'basis.before-resolution', message });
    }
  }
  return warnings;
}
