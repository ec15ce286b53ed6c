import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { SentFile } from '../platform/http/file-body.js';
import { fileNameFor } from './file-name.js';
import { FileRefusedError, FileTooLargeError } from './files.errors.js';
import { inspectFile } from './inspect-file.js';
import type { Finding } from './inspection/finding.ts';
import { StoredFile, StoredFilePart } from './stored-file.entity.js';

const PART = 1_048_576;

/** What a file is kept for, as the audit trail names it. */
export interface FileOwner {
  kind: string;
  id: string;
}

/** A file that was looked at and may be kept. */
export interface SoundFile {
  bytes: Buffer;
  name: string;
  finding: Finding & { isTaken: true };
}

/** Keeps files in the database (docs/decisions/0012): they are looked at first, kept as they are, and removed with a trace. */
@Injectable()
export class FileService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Outside of any transaction, for reading takes seconds. A refusal is recorded by itself, without what the file says.
   * @throws FileRefusedError, FileTooLargeError
   */
  async examine(actor: Actor, owner: FileOwner, { bytes, name, isCut }: SentFile): Promise<SoundFile> {
    if (isCut) throw new FileTooLargeError(this.environment.UPLOAD_MEGABYTES);
    const finding = await inspectFile(bytes, name);
    if (finding.isTaken) return { bytes, name: fileNameFor(name, finding.kind), finding };
    await this.database.transaction(async () => {
      const values = { objection: finding.objection, because: finding.because, size: bytes.length };
      this.audit.record(actor, { action: 'file.refused', subject: owner, values });
    });
    throw new FileRefusedError(finding.objection);
  }

  /** Within the transaction that says what the file belongs to. */
  async store(actor: Actor, owner: FileOwner, { bytes, name, finding }: SoundFile): Promise<StoredFile> {
    const { committeeId, accountId } = actor;
    const { kind, isSearched } = finding;
    const file = { committeeId, id: uuidv7(), name, kind, size: bytes.length, sha256: digestOf(bytes), isSearched };
    const stored = { ...file, storedAt: new Date(), storedBy: accountId };
    await this.database.manager.insert(StoredFile, stored);
    for (let part = 0; part * PART < bytes.length; part += 1) {
      const piece = bytes.subarray(part * PART, (part + 1) * PART);
      await this.database.manager.insert(StoredFilePart, { committeeId, fileId: file.id, part, bytes: piece });
    }
    // What the sender stated is part of the record: he answers for what no machine could read.
    const values = { file: file.id, name, size: file.size, sha256: file.sha256.toString('hex'), isSearched };
    this.audit.record(actor, { action: 'file.stored', subject: owner, values: { ...values, isNotSecret: true } });
    return stored;
  }

  /** @throws NotFoundError; an Error where the bytes are not those that came in */
  async read(actor: Actor, id: string): Promise<{ file: StoredFile; bytes: Buffer }> {
    const { committeeId } = actor;
    const file = await this.database.manager.findOneBy(StoredFile, { committeeId, id });
    if (!file) throw new NotFoundError('tệp');
    const parts = await this.database.manager.find(StoredFilePart, {
      where: { committeeId, fileId: id },
      order: { part: 'ASC' },
    });
    const bytes = Buffer.concat(parts.map((each) => each.bytes));
    if (!digestOf(bytes).equals(file.sha256)) throw new Error(`file ${id} is not what was stored`);
    return { file, bytes };
  }

  /** Whatever said that the file belongs to something must be gone already. @throws NotFoundError */
  async remove(actor: Actor, owner: FileOwner, id: string): Promise<void> {
    const { committeeId } = actor;
    const file = await this.database.manager.findOneBy(StoredFile, { committeeId, id });
    if (!file) throw new NotFoundError('tệp');
    await this.database.manager.delete(StoredFilePart, { committeeId, fileId: id });
    await this.database.manager.delete(StoredFile, { committeeId, id });
    const values = { file: id, name: file.name, size: file.size, sha256: file.sha256.toString('hex') };
    this.audit.record(actor, { action: 'file.removed', subject: owner, values });
  }
}

const digestOf = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');
