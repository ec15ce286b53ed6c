import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asciiNameOf } from '../files/file-name.js';
import type { FileKind } from '../files/inspection/finding.ts';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { Heavy } from '../platform/access/heavy-work.js';
import { readFileForm } from '../platform/http/file-body.js';
import { idPipe } from '../platform/http/id.pipe.js';
import type { BodyConfig } from '../platform/http/json-body.js';
import { FileDto, FileFormDto } from './resolution-file.dto.js';
import { ResolutionFileService } from './resolution-file.service.js';

const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/** A file is kept by whoever asked for it, and opened by no page of ours. */
const sealed = "default-src 'none'; sandbox; frame-ancestors 'none'";

@Controller()
@UseInterceptors(RequestFrame)
@Allow('resolution.read')
export class ResolutionFileController {
  constructor(private readonly files: ResolutionFileService) {}

  @Get('resolutions/:id/files')
  async list(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<FileDto[]> {
    return (await this.files.list(actor, id)).map(FileDto.from);
  }

  /** A form with one file and the sender's statement. A file that is marked secret is refused, and nothing of it kept. */
  @Post('resolutions/:id/files')
  @Allow('resolution.change', { isApart: true })
  @Heavy()
  @RouteConfig({ takesFile: true } satisfies BodyConfig)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileFormDto })
  async add(@Who() actor: Actor, @Param('id', idPipe) id: string, @Req() request: FastifyRequest): Promise<FileDto> {
    return FileDto.from(await this.files.add(actor, id, () => readFileForm(request, ['isNotSecret'])));
  }

  @Get('files/:id')
  @Heavy()
  async download(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.read(actor, id);
    void reply.header('content-security-policy', sealed);
    const disposition = contentDisposition(file.name, { fallback: asciiNameOf(file.name) });
    return new StreamableFile(bytes, { type: mediaTypes[file.kind], disposition, length: bytes.length });
  }

  @Delete('files/:id')
  @Allow('resolution.change')
  @HttpCode(204)
  remove(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.files.remove(actor, id);
  }
}
