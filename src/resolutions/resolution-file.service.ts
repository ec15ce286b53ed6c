import { Injectable } from '@nestjs/common';
import { FileService } from '../files/file.service.js';
import { StoredFile } from '../files/stored-file.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type { FileForm } from '../platform/http/file-body.js';
import { ResolutionFile } from './resolution-file.entity.js';
import { Resolution } from './resolution.entity.js';

const ownerOf = (resolutionId: string): { kind: string; id: string } => ({ kind: 'resolution', id: resolutionId });

/** The texts of resolutions, as files. */
@Injectable()
export class ResolutionFileService {
  constructor(
    private readonly database: Database,
    private readonly files: FileService,
  ) {}

  /** In the order in which they came. */
  async list(actor: Actor, resolutionId: string): Promise<StoredFile[]> {
    await this.requireResolution(actor, resolutionId);
    return this.database.manager
      .createQueryBuilder(StoredFile, 'file')
      .innerJoin(ResolutionFile, 'link', 'link.committeeId = file.committeeId AND link.fileId = file.id')
      .where('file.committeeId = :committeeId AND link.resolutionId = :resolutionId', { ...actor, resolutionId })
      .orderBy('file.id')
      .getMany();
  }

  /** Opens its own transactions: reading and looking at a file takes longer than one may be held. */
  async add(actor: Actor, resolutionId: string, read: () => Promise<FileForm>): Promise<StoredFile> {
    await this.database.transaction(() => this.requireResolution(actor, resolutionId));
    const { file, fields } = await read();
    if (fields['isNotSecret'] !== 'true') {
      throw new InvalidFieldError('isNotSecret', 'Người gửi phải xác nhận tài liệu không thuộc bí mật nhà nước.');
    }
    const owner = ownerOf(resolutionId);
    const sound = await this.files.examine(actor, owner, file);
    return this.database.transaction(async () => {
      const stored = await this.files.store(actor, owner, sound);
      const { committeeId } = actor;
      await this.database.manager.insert(ResolutionFile, { committeeId, resolutionId, fileId: stored.id });
      return stored;
    });
  }

  async read(actor: Actor, fileId: string): Promise<{ file: StoredFile; bytes: Buffer }> {
    await this.linkOf(actor, fileId);
    return this.files.read(actor, fileId);
  }

  async remove(actor: Actor, fileId: string): Promise<void> {
    const { resolutionId } = await this.linkOf(actor, fileId);
    await this.database.manager.delete(ResolutionFile, { committeeId: actor.committeeId, fileId });
    await this.files.remove(actor, ownerOf(resolutionId), fileId);
  }

  /** Before the resolution itself is removed. */
  async removeAll(actor: Actor, resolutionId: string): Promise<void> {
    for (const { id } of await this.list(actor, resolutionId)) await this.remove(actor, id);
  }

  private async linkOf({ committeeId }: Actor, fileId: string): Promise<ResolutionFile> {
    const link = await this.database.manager.findOneBy(ResolutionFile, { committeeId, fileId });
    if (!link) throw new NotFoundError('tệp');
    return link;
  }

  private async requireResolution({ committeeId }: Actor, id: string): Promise<void> {
    if (!(await this.database.manager.existsBy(Resolution, { committeeId, id }))) throw new NotFoundError('văn bản');
  }
}
