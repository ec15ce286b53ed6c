import { api, type Schemas } from '../../api/client.ts';
import { bareNumber, type Draft, type Studied, titleOf, typedPeople } from './draft.ts';

const { client, dataOf } = api;

type Made = Draft['made'];
const at = (id: string) => ({ params: { path: { id } } });

/** How far making it went: `made` is kept in the draft, so that trying again goes on and makes nothing twice. */
export interface Progress {
  made: Made;
  keep: (made: Made) => void;
}

export function basisOf({ basis }: Draft, superior: string, title: string): Schemas['BasisDto'] | null {
  const number = bareNumber(basis.number);
  if (!number) return null;
  const name = basis.name.trim() || `Kế hoạch ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`;
  return { number, issuer: (basis.issuer ?? superior).trim(), issuedOn: basis.issuedOn, name };
}

/** Resolution, session, classes: each once, each told to `progress` as soon as it stands. @returns the session's id */
export async function createSession(
  draft: Draft,
  { studied, superior }: { studied: Studied | null; superior: string },
  progress: Progress,
): Promise<string> {
  let { made } = progress;
  const tell = (more: Partial<Made>): void => {
    made = { ...made, ...more };
    progress.keep(made);
  };
  const resolutionId = draft.isNewResolution ? await saveResolution(draft, made) : draft.resolutionId;
  if (draft.isNewResolution) tell({ resolutionId });
  const sessionId = await saveSession(draft, titleOf(draft, studied).trim(), { superior, resolutionId, made });
  tell({ sessionId });
  for (const [index, one] of draft.classes.entries()) {
    const id = await saveClass(draft, one, { sessionId, id: made.classIds[index] });
    const classIds = [...made.classIds];
    classIds[index] = id;
    tell({ classIds });
  }
  for (const id of made.classIds.slice(draft.classes.length)) await client.DELETE('/api/v1/classes/{id}', at(id));
  return sessionId;
}

async function saveResolution(draft: Draft, { resolutionId }: Made): Promise<string> {
  const { title, issuer, issuedOn, level, number } = draft.resolution;
  const body = { title: title.trim(), issuer: issuer.trim(), issuedOn, level, number: number.trim() || null };
  const saved = resolutionId
    ? await dataOf(client.PATCH('/api/v1/resolutions/{id}', { ...at(resolutionId), body }))
    : await dataOf(client.POST('/api/v1/resolutions', { body }));
  return saved.id;
}

interface SessionParts {
  superior: string;
  resolutionId: string | null;
  made: Made;
}

async function saveSession(draft: Draft, title: string, { superior, resolutionId, made }: SessionParts) {
  const { mode, areDatesConfirmed } = draft;
  const body = {
    ...{ title, mode, areDatesConfirmed, basis: basisOf(draft, superior, title) },
    resolutionIds: resolutionId ? [resolutionId] : [],
    presenters: typedPeople(draft.presenters),
  };
  const saved = made.sessionId
    ? await dataOf(client.PATCH('/api/v1/sessions/{id}', { ...at(made.sessionId), body }))
    : await dataOf(client.POST('/api/v1/sessions', { body: { kind: 'study', ...body } }));
  return saved.id;
}

async function saveClass(
  { mode, venue, heldOn }: Draft,
  { startsAt, capacity }: Draft['classes'][number],
  { sessionId, id }: { sessionId: string; id: string | undefined },
): Promise<string> {
  const body = { mode, venue: venue.trim(), capacity, sittings: [{ heldOn, startsAt }] };
  const saved = id
    ? await dataOf(client.PATCH('/api/v1/classes/{id}', { ...at(id), body }))
    : await dataOf(client.POST('/api/v1/sessions/{id}/classes', { ...at(sessionId), body }));
  return saved.id;
}

/** What the server has already, in words, when a later step failed. */
export function madeInWords({ resolutionId, sessionId, classIds }: Made): string {
  if (!sessionId) return resolutionId ? 'Nghị quyết đã ghi vào sổ; hội nghị chưa lập.' : 'Chưa ghi gì.';
  return classIds.length > 0
    ? `Hội nghị đã lập, ${classIds.length} lớp đã ghi; các lớp sau chưa ghi.`
    : 'Hội nghị đã lập; chưa ghi lớp nào.';
}
