import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AttendanceController } from './attendance.controller.js';
import { ClosingService } from './closing.service.js';
import { ConflictService } from './conflict.service.js';
import { MarkFeedService } from './mark-feed.service.js';
import { MarkController } from './mark.controller.js';
import { MarkService } from './mark.service.js';
import { MarkWriter } from './mark-writer.js';
import { RollService } from './roll.service.js';
import { SummonsService } from './summons.service.js';

@Module({
  imports: [SessionsModule],
  controllers: [AttendanceController, MarkController],
  providers: [SummonsService, RollService, MarkService, MarkWriter, MarkFeedService, ClosingService, ConflictService],
  exports: [RollService],
})
export class AttendanceModule {}
