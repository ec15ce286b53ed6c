import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ClassCellsService } from './class-cells.service.js';
import { ClassService } from './class.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [SessionController],
  providers: [SessionService, ClassService, ClassCellsService],
  exports: [SessionService, ClassService],
})
export class SessionsModule {}
