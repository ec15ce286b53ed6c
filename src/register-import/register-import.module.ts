import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CheckService } from './check.service.js';
import { DecisionService } from './decision.service.js';
import { ImportFiles } from './import-files.js';
import { ImportKnown } from './import-known.js';
import { ImportLists } from './import-lists.js';
import { ImportWork } from './import-work.js';
import { RegisterImportController } from './register-import.controller.js';
import { RestFileService } from './rest-file.service.js';
import { UndoService } from './undo.service.js';
import { WriteService } from './write.service.js';
import { WritingService } from './writing.service.js';
import { RegisterImportService } from './register-import.service.js';

@Module({
  imports: [MembersModule, OrganisationModule],
  controllers: [RegisterImportController],
  providers: [
    RegisterImportService,
    CheckService,
    DecisionService,
    ImportFiles,
    ImportKnown,
    ImportLists,
    ImportWork,
    WriteService,
    WritingService,
    UndoService,
    RestFileService,
  ],
})
export class RegisterImportModule {}
