import { Module } from '@nestjs/common';
import { CheckService } from './check.service.js';
import { DecisionService } from './decision.service.js';
import { ImportFiles } from './import-files.js';
import { ImportKnown } from './import-known.js';
import { ImportLists } from './import-lists.js';
import { ImportWork } from './import-work.js';
import { RegisterImportController } from './register-import.controller.js';
import { RegisterImportService } from './register-import.service.js';

@Module({
  controllers: [RegisterImportController],
  providers: [RegisterImportService, CheckService, DecisionService, ImportFiles, ImportKnown, ImportLists, ImportWork],
})
export class RegisterImportModule {}
