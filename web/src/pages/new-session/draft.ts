import type { Schemas } from '../../api/client.ts';

export type Mode = Schemas['CreateSessionDto']['mode'];
export type Level = Schemas['CreateResolutionDto']['level'];

export interface ClassDraft {
  startsAt: string;
  capacity: number | null;
}

/** What the form holds, as typed; days as `2021-01-16`, empty while not given. */
export interface Draft {
  /** Chosen from the register; null while a new one is typed or none is chosen. */
  resolutionId: string | null;
  isNewResolution: boolean;
  resolution: { title: string; issuer: string; issuedOn: string; level: Level; number: string };
  basis: { number: string; issuer: string | null; issuedOn: string; name: string };
  heldOn: string;
  venue: string;
  classes: ClassDraft[];
  mode: Mode;
  presenters: string;
  /** Null while the proposed one stands. */
  title: string | null;
  areDatesConfirmed: boolean;
  /** What the server has of it already, when a later step failed. */
  made: { resolutionId: string | null; sessionId: string | null; classIds: string[] };
}

export const emptyDraft: Draft = {
  resolutionId: null,
  isNewResolution: false,
  resolution: { title: '', issuer: '', issuedOn: '', level: 'central', number: '' },
  basis: { number: '', issuer: null, issuedOn: '', name: '' },
  heldOn: '',
  venue: '',
  classes: [
    { startsAt: '08:00', capacity: null },
    { startsAt: '14:00', capacity: null },
  ],
  mode: 'direct',
  presenters: '',
  title: null,
  areDatesConfirmed: false,
  made: { resolutionId: null, sessionId: null, classIds: [] },
};

export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'classes' in value && 'made' in value && 'basis' in value;

/** The resolution of a draft, from the register or as typed. */
export interface Studied {
  title: string;
  issuedOn: string;
}

export function studiedOf(draft: Draft, resolutions: (Studied & { id: string })[]): Studied | null {
  if (draft.isNewResolution) return draft.resolution.title.trim() ? draft.resolution : null;
  return resolutions.find(({ id }) => id === draft.resolutionId) ?? null;
}

/** `Kế hoạch 09-KH/QU`, `kế hoạch số 09-KH/QU` → `09-KH/QU` */
export const bareNumber = (typed: string): string =>
  typed
    .trim()
    .replace(/^kế hoạch\s*/i, '')
    .replace(/^số\s+/i, '');

export const proposedTitle = (studied: Studied | null): string =>
  studied ? `Học tập, quán triệt ${studied.title.trim()}` : '';

export const titleOf = (draft: Draft, studied: Studied | null): string => draft.title ?? proposedTitle(studied);

/** `Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội`; one person a line, the name before the first comma. */
export function typedPeople(text: string): Schemas['PersonDto'][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const comma = line.indexOf(',');
      if (comma < 0) return { name: line, office: '' };
      return { name: line.slice(0, comma).trim(), office: line.slice(comma + 1).trim() };
    });
}
