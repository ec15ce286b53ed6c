import { sendProving } from '../api/proof.ts';
import { Problem, problemOf } from '../api/problem.ts';

export interface FetchedFile {
  bytes: ArrayBuffer;
  mediaType: string;
  fileName: string;
  madeAt: Date;
}

/** A file as the server makes it at this moment. @throws Problem with the server’s sentence; then there is no file */
export async function fetchFile(address: string, signal?: AbortSignal): Promise<FetchedFile> {
  const request = new Request(address, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  const answer = await sendProving(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.noServer();
  });
  if (!answer.ok) throw await problemOf(answer);
  const [, fileName = 'van-ban'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return { bytes: await answer.arrayBuffer(), mediaType, fileName, madeAt: new Date() };
}

/** Gives a file that is already here to the browser, so that a failure never lands on the disk under the name of a file. */
export function save({ bytes, mediaType, fileName }: FetchedFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
