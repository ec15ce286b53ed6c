import multipart from '@fastify/multipart';
import { BadRequestException, HttpException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { InvalidFieldError } from '../errors/domain-error.js';

/** A file as a form brought it. */
export interface SentFile {
  bytes: Buffer;
  /** As the sender calls it. */
  name: string;
  /** It was larger than the limit: `bytes` is only its beginning. */
  isCut: boolean;
}

export interface FileForm {
  file: SentFile;
  fields: Record<string, string>;
}

/** Forms are parsed by those routes alone that say `takesFile`; the limits hold while the bytes come in. */
export async function takeFiles(app: NestFastifyApplication, largestBytes: number): Promise<void> {
  await app.register(multipart, {
    limits: {
      ...{ files: 1, fields: 4, parts: 5, fileSize: largestBytes },
      ...{ fieldNameSize: 50, fieldSize: 200, headerPairs: 20 },
    },
    throwFileSizeLimit: false,
  });
}

/**
 * @param offered names of the fields that the form may have besides its one file, which is called `file`
 * @throws InvalidFieldError for a field that is not offered and where there is no file
 */
export async function readFileForm(request: FastifyRequest, offered: readonly string[]): Promise<FileForm> {
  const form: { file?: SentFile; fields: Record<string, string> } = { fields: {} };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') form.file = await fileOf(part);
      else if (offered.includes(part.fieldname)) form.fields[part.fieldname] = String(part.value);
      else throw new InvalidFieldError('form', 'Có trường không được nhận.');
    }
  } catch (reason) {
    throw isRefusal(reason) ? reason : new BadRequestException();
  }
  const { file, fields } = form;
  if (!file || file.bytes.length === 0) throw new InvalidFieldError('file', 'Chưa chọn tệp.');
  return { file, fields };
}

type FilePart = Extract<Awaited<ReturnType<ReturnType<FastifyRequest['parts']>['next']>>['value'], { type: 'file' }>;

async function fileOf(part: FilePart): Promise<SentFile> {
  if (part.fieldname !== 'file') throw new InvalidFieldError('form', 'Có trường không được nhận.');
  const bytes = await part.toBuffer();
  return { bytes, name: part.filename, isCut: part.file.truncated };
}

/** The parser's own limits come with a status; a form that breaks off comes without. */
function isRefusal(reason: unknown): boolean {
  if (reason instanceof InvalidFieldError || reason instanceof HttpException) return true;
  return reason instanceof Error && 'statusCode' in reason && reason.statusCode === 413;
}
