import { Body, Controller, Delete, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { UnitChangeDto } from '../organisation/unit-change.dto.js';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CellSuccessionDto, MergeCellsDto, SplitCellDto } from './unit-merger.dto.js';
import { UnitMergerService } from './unit-merger.service.js';

/** What moves members with their cells; whoever does it may change the tree as well. */
@Controller('units')
@UseInterceptors(RequestFrame)
@Allow('member.change')
export class UnitMergerController {
  constructor(private readonly mergers: UnitMergerService) {}

  @Post('merger')
  merge(@Who() actor: Actor, @Body() dto: MergeCellsDto): Promise<CellSuccessionDto> {
    return this.mergers.merge(actor, dto);
  }

  /** What the merger would do; nothing is written but that somebody looked. */
  @Post('merger/preview')
  @HttpCode(200)
  previewMerger(@Who() actor: Actor, @Body() dto: MergeCellsDto): Promise<CellSuccessionDto> {
    return this.mergers.previewMerger(actor, dto);
  }

  @Post('split')
  split(@Who() actor: Actor, @Body() dto: SplitCellDto): Promise<CellSuccessionDto> {
    return this.mergers.split(actor, dto);
  }

  @Post('split/preview')
  @HttpCode(200)
  previewSplit(@Who() actor: Actor, @Body() dto: SplitCellDto): Promise<CellSuccessionDto> {
    return this.mergers.previewSplit(actor, dto);
  }

  /** Takes back the last change of its units, whatever its kind. Refused while something stands on it. */
  @Delete('changes/:id')
  @HttpCode(200)
  takeBack(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<UnitChangeDto> {
    return this.mergers.takeBack(actor, id);
  }
}
