import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { Heavy } from '../platform/access/heavy-work.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { readFileForm } from '../platform/http/file-body.js';
import { idPipe } from '../platform/http/id.pipe.js';
import type { BodyConfig } from '../platform/http/json-body.js';
import { sheetFile } from '../platform/spreadsheet/sheet-answer.js';
import { DecisionService } from './decision.service.js';
import { ImportLists } from './import-lists.js';
import { DecisionDto, DecisionsDto, ImportRowPageDto, ImportRowQuery } from './import-row.dto.js';
import { ListFormDto, ReadingChoiceDto, WriteDto } from './reading-choice.dto.js';
import { ImportDto, ImportListQuery, ImportPageDto } from './register-import.dto.js';
import { RestFileService } from './rest-file.service.js';
import { UndoService } from './undo.service.js';
import { WritingService } from './writing.service.js';
import { RegisterImportService } from './register-import.service.js';

const rowPipe = new ParseIntPipe({ exceptionFactory: () => new NotFoundError('dòng này') });
const ONE_MEGABYTE = 1_048_576;

/** Lists that offices bring, up to the dry run. */
@Controller('members/imports')
@UseInterceptors(RequestFrame)
@Allow('register.import')
export class RegisterImportController {
  constructor(
    private readonly imports: RegisterImportService,
    private readonly lists: ImportLists,
    private readonly rests: RestFileService,
    private readonly decisions: DecisionService,
    private readonly writing: WritingService,
    private readonly undoing: UndoService,
  ) {}

  @Get()
  page(@Who() actor: Actor, @Query() query: ImportListQuery): Promise<ImportPageDto> {
    return this.lists.page(actor.committeeId, query);
  }

  /** A form with one list. What can't be read is answered as `refused`, with the sentence why. */
  @Post()
  @Allow('register.import', { isApart: true })
  @Heavy()
  @RouteConfig({ takesFile: true } satisfies BodyConfig)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ListFormDto })
  async send(@Who() actor: Actor, @Req() request: FastifyRequest): Promise<ImportDto> {
    return this.imports.add(actor, await readFileForm(request, ['isNotSecret', 'again']));
  }

  @Get(':id')
  one(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ImportDto> {
    return this.lists.detail(actor.committeeId, id);
  }

  @Put(':id/reading')
  @Allow('register.import', { isApart: true })
  @Heavy()
  @RouteConfig({ bodyLimit: ONE_MEGABYTE } satisfies BodyConfig)
  choose(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: ReadingChoiceDto): Promise<ImportDto> {
    return this.imports.choose(actor, id, dto);
  }

  @Get(':id/rows')
  rows(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Query() query: ImportRowQuery,
  ): Promise<ImportRowPageDto> {
    return this.lists.rows(actor, id, query);
  }

  /** Rows that stay behind, with what is to be put right, to be corrected and brought again. */
  @Get(':id/rest')
  @Allow('register.import', { isFresh: true })
  @Heavy()
  async rest(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<StreamableFile> {
    return sheetFile(await this.rests.file(actor, id), 'cac-dong-can-sua');
  }

  /** Of a doubtful row: whom it means. */
  @Put(':id/rows/:row/decision')
  decide(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('row', rowPipe) row: number,
    @Body() dto: DecisionDto,
  ): Promise<ImportDto> {
    return this.decisions.decide(actor, id, row, dto);
  }

  @Put(':id/decisions')
  decideAll(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: DecisionsDto): Promise<ImportDto> {
    return this.decisions.decideAll(actor, id, dto);
  }

  /** Into the register, in one transaction; a long list goes on after the answer. */
  @Post(':id/write')
  @Allow('register.import', { isApart: true })
  @Heavy()
  @HttpCode(200)
  write(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() { which }: WriteDto): Promise<ImportDto> {
    return this.writing.write(actor, id, which);
  }

  /** Takes the whole list back, while nothing was built on it. */
  @Post(':id/undo')
  @Allow('register.import', { isFresh: true })
  @Heavy()
  @HttpCode(200)
  undo(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ImportDto> {
    return this.undoing.undo(actor, id);
  }

  @Post(':id/stop')
  @HttpCode(200)
  stop(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<ImportDto> {
    return this.imports.stop(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  forget(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.imports.forget(actor, id);
  }
}
