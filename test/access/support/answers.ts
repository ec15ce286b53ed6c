import { isDeepStrictEqual } from 'node:util';
import JSZip from 'jszip';
import { linesOf, readPdf } from '../../reports/support/read-pdf.js';
import type { Answer } from '../../support/test-app.js';
import type { Marker } from './places.js';

/** All text of an answer: papers unpacked, the name of a file with it. */
async function textOf({ raw, headers }: Answer): Promise<string> {
  const type = String(headers['content-type']);
  const told = JSON.stringify(headers);
  if (type.includes('pdf')) return [told, ...(await readPdf(raw)).pages.flatMap(linesOf)].join(' ');
  if (!type.includes('openxmlformats')) return told + raw.toString('utf8');
  const files = Object.values((await JSZip.loadAsync(raw)).files);
  const parts = await Promise.all(files.map((file) => file.async('string')));
  // Word may break a word into runs, each with marks of its own.
  return [told, ...parts.map((part) => part.replaceAll(/<[^>]*>/g, ''))].join(' ');
}

/** Those of the markers that the answer tells. */
export async function toldBy(answer: Answer, markers: readonly Marker[]): Promise<Marker[]> {
  return foundIn(await textOf(answer), markers);
}

const lowered = new WeakMap<Marker, string>();

function lowerOf(marker: Marker): string {
  const lower = lowered.get(marker) ?? marker.text.toLowerCase();
  lowered.set(marker, lower);
  return lower;
}

export function foundIn(text: string, markers: readonly Marker[]): Marker[] {
  const lower = text.normalize('NFC').toLowerCase();
  return markers.filter((marker) => lower.includes(lowerOf(marker)));
}

const notCompared = new Set(['date', 'x-request-id', 'content-length', 'keep-alive', 'connection']);

/** What a stranger can tell two answers apart by: status, body, headers; not the number of the request. */
function faceOf({ status, body, raw, headers }: Answer): unknown {
  const isJson = String(headers['content-type']).includes('json');
  const told = { ...(Array.isArray(body) ? { list: body as unknown[] } : body), requestId: null };
  const kept = Object.entries(headers).filter(([name]) => !notCompared.has(name));
  return { status, told: isJson ? told : raw.toString('base64'), headers: Object.fromEntries(kept) };
}

export const isSameFace = (one: Answer, other: Answer): boolean => isDeepStrictEqual(faceOf(one), faceOf(other));

export const brief = ({ status, raw }: Answer): string => `${status} ${raw.toString('utf8').slice(0, 160)}`;
