import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { SubjectNames } from './subject-names.js';
import { TrailExportService } from './trail-export.service.js';
import { TrailService } from './trail.service.js';
import { VerificationService } from './verification.service.js';

@Module({
  controllers: [AuditController],
  providers: [TrailService, TrailExportService, VerificationService, SubjectNames],
})
export class AuditModule {}
