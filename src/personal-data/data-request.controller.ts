import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import {
  CompleteDataRequestDto,
  CreateDataRequestDto,
  DataRequestDto,
  DataRequestQuery,
  ExtendDataRequestDto,
  RefuseDataRequestDto,
} from './data-request.dto.js';
import { DataRequestService } from './data-request.service.js';
import { download } from '../reports/report-file.js';
import { PersonDataDto } from './person-data.dto.js';
import { PersonDataService } from './person-data.service.js';

/** What members ask about the data held of them, and what came of it. */
@Controller('data-requests')
@UseInterceptors(RequestFrame)
@Allow('request.manage')
export class DataRequestController {
  constructor(
    private readonly requests: DataRequestService,
    private readonly people: PersonDataService,
  ) {}

  /** Open ones first, what is due first before the rest. */
  @Get()
  list(@Who() actor: Actor, @Query() query: DataRequestQuery): Promise<DataRequestDto[]> {
    return this.requests.list(actor, query);
  }

  @Post()
  receive(@Who() actor: Actor, @Body() dto: CreateDataRequestDto): Promise<DataRequestDto> {
    return this.requests.receive(actor, dto);
  }

  @Get(':id')
  get(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<DataRequestDto> {
    return this.requests.get(actor, id);
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  acknowledge(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<DataRequestDto> {
    return this.requests.acknowledge(actor, id);
  }

  /** Once, by the length of the first period. */
  @Post(':id/extension')
  @HttpCode(200)
  extend(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: ExtendDataRequestDto,
  ): Promise<DataRequestDto> {
    return this.requests.extend(actor, id, dto);
  }

  @Post(':id/completion')
  @HttpCode(200)
  complete(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: CompleteDataRequestDto,
  ): Promise<DataRequestDto> {
    return this.requests.complete(actor, id, dto);
  }

  /** Of a request for deletion: makes the person nobody. It cannot be undone. */
  @Post(':id/erasure')
  @Allow('request.manage', { isFresh: true })
  @HttpCode(200)
  erase(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<DataRequestDto> {
    return this.requests.erase(actor, id);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  refuse(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: RefuseDataRequestDto,
  ): Promise<DataRequestDto> {
    return this.requests.refuse(actor, id, dto);
  }

  /** Everything that is held about the person; of a request to view it. */
  @Get(':id/data')
  @Allow('request.manage', { isFresh: true })
  data(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<PersonDataDto> {
    return this.people.ofRequest(actor, id);
  }

  /** The same as a paper; `format` is pdf or docx. */
  @Get(':id/data/:format')
  @Allow('request.manage', { isFresh: true })
  async paper(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('format') format: string,
  ): Promise<StreamableFile> {
    return download(await this.people.fileOf(actor, id, format));
  }
}
