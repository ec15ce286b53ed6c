import { Controller, Get, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { Allow, Who } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/actor.js';
import { RequestFrame } from '../../platform/access/request-frame.js';
import { Heavy } from '../../platform/access/heavy-work.js';
import { sheetFile } from '../../platform/spreadsheet/sheet-answer.js';
import { MemberFilter } from '../list/member-filter.dto.js';
import { RegisterSheetService } from './register-sheet.service.js';

/** The register out of the system, under heads with which it can be brought back. */
@Controller('members/sheets')
@UseInterceptors(RequestFrame)
export class RegisterSheetController {
  constructor(private readonly sheets: RegisterSheetService) {}

  /** Without citizen numbers. */
  @Get('national')
  @Allow('register.export')
  @Heavy()
  async national(@Who() actor: Actor, @Query() filter: MemberFilter): Promise<StreamableFile> {
    return sheetFile(await this.sheets.national(actor, filter, false), 'danh-sach-dang-vien');
  }

  /** With citizen numbers, whole. */
  @Get('national-with-numbers')
  @Allow('register.export', { isFresh: true })
  @Heavy()
  async whole(@Who() actor: Actor, @Query() filter: MemberFilter): Promise<StreamableFile> {
    return sheetFile(await this.sheets.national(actor, filter, true), 'danh-sach-dang-vien-co-so-can-cuoc');
  }

  /** An empty list to fill in. */
  @Get('template')
  @Allow('register.import')
  async template(@Who() actor: Actor): Promise<StreamableFile> {
    return sheetFile(await this.sheets.template(actor), 'mau-danh-sach-dang-vien');
  }
}
