import { Module } from '@nestjs/common';
import { ResolutionController } from './resolution.controller.js';
import { ResolutionService } from './resolution.service.js';

@Module({ controllers: [ResolutionController], providers: [ResolutionService], exports: [ResolutionService] })
export class ResolutionsModule {}
