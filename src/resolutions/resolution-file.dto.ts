import { ApiProperty } from '@nestjs/swagger';
import type { StoredFile } from '../files/stored-file.entity.js';

/** What a form with a file consists of. */
export class FileFormDto {
  /** PDF, Word (.docx), PNG or JPEG; what it is is read from its content. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: string;

  /** "Tài liệu không thuộc bí mật nhà nước": whoever sends the file states it. */
  @ApiProperty({ enum: ['true'] })
  isNotSecret: 'true';
}

export class FileDto {
  id: string;
  name: string;
  kind: 'pdf' | 'docx' | 'png' | 'jpeg';
  /** Bytes. */
  size: number;
  /** False for a scan: the machine cannot read it, so no mark of secrecy could be found; the sender answers for it. */
  isSearched: boolean;
  storedAt: Date;

  static from({ id, name, kind, size, isSearched, storedAt }: StoredFile): FileDto {
    return { id, name, kind, size, isSearched, storedAt };
  }
}
