import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ReportController } from './report.controller.js';
import { ReportDataService } from './report-data.service.js';
import { ReportService } from './report.service.js';

@Module({
  imports: [OrganisationModule, SessionsModule, AttendanceModule],
  controllers: [ReportController],
  providers: [ReportService, ReportDataService],
})
export class ReportsModule {}
