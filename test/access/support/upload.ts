import type { Ask } from './decision.js';

const boundary = 'qz-boundary';

type Form = Required<Pick<Ask, 'body' | 'headers'>>;

/** A form with one PDF and the sender's statement, as a browser sends it. */
export const uploadOf = (name: string, pdf: Buffer): Form => formOf(name, 'application/pdf', pdf);

/** The same with a list of members. */
export const listOf = (name: string, text: string): Form => formOf(name, 'text/csv', Buffer.from(text));

function formOf(name: string, type: string, bytes: Buffer): Form {
  const parts = [
    `--${boundary}\r\ncontent-disposition: form-data; name="isNotSecret"\r\n\r\ntrue\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    bytes,
    `\r\n--${boundary}--\r\n`,
  ];
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
