import { Problem, problemOf } from '../../api/problem.ts';

export interface PaperFile {
  bytes: ArrayBuffer;
  mediaType: string;
  fileName: string;
  madeAt: Date;
}

/** A paper as the server makes it at this moment. @throws Problem with the server's sentence; then there is no file */
export async function fetchPaper(address: string, signal?: AbortSignal): Promise<PaperFile> {
  const answer = await fetch(address, { credentials: 'same-origin', ...(signal ? { signal } : {}) }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw Problem.noServer();
    },
  );
  if (!answer.ok) throw await problemOf(answer);
  const [, fileName = 'van-ban'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return { bytes: await answer.arrayBuffer(), mediaType, fileName, madeAt: new Date() };
}

/** Gives a file that is already here to the browser, so that a failure never lands on the disk under a paper's name. */
export function save({ bytes, mediaType, fileName }: PaperFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
