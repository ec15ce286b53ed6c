import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ResolutionFileController } from './resolution-file.controller.js';
import { ResolutionFileService } from './resolution-file.service.js';
import { ResolutionController } from './resolution.controller.js';
import { ResolutionService } from './resolution.service.js';

@Module({
  imports: [FilesModule],
  controllers: [ResolutionController, ResolutionFileController],
  providers: [ResolutionService, ResolutionFileService],
  exports: [ResolutionService],
})
export class ResolutionsModule {}
