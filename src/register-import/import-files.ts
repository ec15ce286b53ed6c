import { Injectable } from '@nestjs/common';
import { decodeText } from '../members/import/decode-text.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { readSheets } from '../platform/spreadsheet/read-sheets.js';
import type { SheetFile } from '../platform/spreadsheet/sheet-file.js';
import type { Task } from './import-work.js';
import { ImportPart, RegisterImport } from './register-import.entity.js';
import { partPurpose } from './sealed-imports.js';

/** Bytes of one sealed piece. */
const PART = 524_288;

/** The file of a list, sealed in pieces as long as somebody works on it. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** Within the transaction that enters the list. */
  async keep(committeeId: string, importId: string, bytes: Buffer): Promise<void> {
    for (let part = 0; part * PART < bytes.length; part += 1) {
      const piece = bytes.subarray(part * PART, (part + 1) * PART);
      const sealed = this.cipher.sealBytes(partPurpose(committeeId, importId, part), piece);
      await this.database.manager.insert(ImportPart, { committeeId, importId, part, sealed });
    }
  }

  async forget(committeeId: string, importId: string): Promise<void> {
    await this.database.manager.delete(ImportPart, { committeeId, importId });
  }

  /** Reads the file anew; in transactions of its own. @throws DomainError `spreadsheet.…` */
  async read({ scope }: Actor, { committeeId, id, fileName, size }: RegisterImport, task: Task): Promise<SheetFile> {
    const bytes = await this.database.inScope(scope, () => this.bytesOf(committeeId, id, size));
    return readSheets(bytes, fileName, {
      decodeText: (raw) => decodeText(raw).text,
      signal: task.signal,
    });
  }

  /** Piece by piece into one buffer: all pieces as the database tells them are five times the file. */
  private async bytesOf(committeeId: string, importId: string, size: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (let part = 0; at < size; part += 1) {
      const { sealed } = await this.database.manager.findOneByOrFail(ImportPart, { committeeId, importId, part });
      at += this.cipher.openBytes(partPurpose(committeeId, importId, part), sealed).copy(bytes, at);
    }
    return bytes;
  }
}
