import type { Ask } from './decision.js';

const boundary = 'qz-boundary';

/** A form with one PDF and the sender's statement, as a browser sends it. */
export function uploadOf(name: string, pdf: Buffer): Required<Pick<Ask, 'body' | 'headers'>> {
  const parts = [
    `--${boundary}\r\ncontent-disposition: form-data; name="isNotSecret"\r\n\r\ntrue\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
    pdf,
    `\r\n--${boundary}--\r\n`,
  ];
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
