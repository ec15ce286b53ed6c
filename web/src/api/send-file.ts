import { Problem, problemOf } from './problem.ts';

/**
 * Sends a form with a file and tells how much of it has gone; fetch does not know. Fails with a `Problem`, as every request.
 * @param told between 0 and 1
 */
export function sendFile<Answer>(path: string, form: FormData, told: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(Problem.noServer()));
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText) as Answer);
      else void problemOf(new Response(responseText, { status })).then(reject, reject);
    });
    request.send(form);
  });
}
