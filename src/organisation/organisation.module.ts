import { Module } from '@nestjs/common';
import { BorderService } from './border.service.js';
import { CellGroupController } from './cell-group.controller.js';
import { CellGroupService } from './cell-group.service.js';
import { CommitteeController } from './committee.controller.js';
import { CommitteeService } from './committee.service.js';
import { UnitController } from './unit.controller.js';
import { UnitService } from './unit.service.js';

@Module({
  controllers: [UnitController, CellGroupController, CommitteeController],
  providers: [UnitService, BorderService, CellGroupService, CommitteeService],
  exports: [UnitService, BorderService, CommitteeService],
})
export class OrganisationModule {}
