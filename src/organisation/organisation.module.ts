import { Module } from '@nestjs/common';
import { BorderService } from './border.service.js';
import { CellGroupController } from './cell-group.controller.js';
import { CellGroupService } from './cell-group.service.js';
import { CommitteeController } from './committee.controller.js';
import { CommitteeService } from './committee.service.js';
import { CellListsService } from './cell-lists.service.js';
import { GroupCellsService } from './group-cells.service.js';
import { UnitChangeService } from './unit-change.service.js';
import { UnitLedger } from './unit-ledger.js';
import { UnitStoryService } from './unit-story.service.js';
import { UnitTakeBackService } from './unit-take-back.service.js';
import { UnitController } from './unit.controller.js';
import { UnitService } from './unit.service.js';

@Module({
  controllers: [UnitController, CellGroupController, CommitteeController],
  providers: [
    ...[UnitService, BorderService, UnitLedger, UnitChangeService, UnitStoryService, UnitTakeBackService],
    ...[CellListsService, CellGroupService, GroupCellsService, CommitteeService],
  ],
  exports: [UnitService, BorderService, UnitLedger, UnitTakeBackService, CellListsService, CommitteeService],
})
export class OrganisationModule {}
