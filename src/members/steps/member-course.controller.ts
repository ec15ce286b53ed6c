import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/actor.js';
import { RequestFrame } from '../../platform/access/request-frame.js';
import { idPipe } from '../../platform/http/id.pipe.js';
import { MemberHistoryDto } from '../member-record.dto.js';
import { MemberCourseService } from './member-course.service.js';
import {
  AppointDto,
  DepartDto,
  EndDto,
  ExemptDto,
  MemberStoryDto,
  RecogniseDto,
  SendAwayDto,
  TransferDto,
} from './member-step.dto.js';
import { MemberStoryService } from './member-story.service.js';

/** What happens to a member, step by step. */
@Controller('members/:id')
@UseInterceptors(RequestFrame)
@Allow('member.change')
export class MemberCourseController {
  constructor(
    private readonly course: MemberCourseService,
    private readonly stories: MemberStoryService,
  ) {}

  @Get('story')
  @Allow('member.read')
  story(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<MemberStoryDto> {
    return this.stories.read(actor, id);
  }

  @Post('memberships')
  transfer(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: TransferDto): Promise<MemberHistoryDto> {
    return this.course.transfer(actor, id, dto);
  }

  @Post('exemptions')
  exempt(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: ExemptDto): Promise<MemberHistoryDto> {
    return this.course.exempt(actor, id, dto);
  }

  @Post('aways')
  sendAway(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: SendAwayDto): Promise<MemberHistoryDto> {
    return this.course.sendAway(actor, id, dto);
  }

  @Post('offices')
  appoint(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: AppointDto): Promise<MemberHistoryDto> {
    return this.course.appoint(actor, id, dto);
  }

  @Post('recognition')
  @HttpCode(200)
  recognise(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Body() dto: RecogniseDto,
  ): Promise<MemberHistoryDto> {
    return this.course.recognise(actor, id, dto);
  }

  @Post('departure')
  @HttpCode(200)
  depart(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: DepartDto): Promise<MemberHistoryDto> {
    return this.course.depart(actor, id, dto);
  }

  /** Something ends: a stay, an exemption, an absence, an office. */
  @Post('endings')
  @HttpCode(200)
  end(@Who() actor: Actor, @Param('id', idPipe) id: string, @Body() dto: EndDto): Promise<MemberHistoryDto> {
    return this.course.end(actor, id, dto);
  }

  /** The step that was recorded last, as long as nothing has changed since. */
  @Delete('steps/:stepId')
  takeBack(
    @Who() actor: Actor,
    @Param('id', idPipe) id: string,
    @Param('stepId', idPipe) stepId: string,
  ): Promise<MemberHistoryDto> {
    return this.course.takeBack(actor, id, stepId);
  }
}
