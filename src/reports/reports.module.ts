import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { MembersModule } from '../members/members.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { MemberListPaperController } from './member-list/member-list.controller.js';
import { MemberListPaperService } from './member-list/member-list.service.js';
import { ReportController } from './report.controller.js';
import { ReportDataService } from './report-data.service.js';
import { ReportService } from './report.service.js';

@Module({
  imports: [OrganisationModule, MembersModule, SessionsModule, AttendanceModule],
  controllers: [ReportController, MemberListPaperController],
  providers: [ReportService, ReportDataService, MemberListPaperService],
})
export class ReportsModule {}
