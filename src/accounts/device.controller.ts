import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { RequestFrame } from '../platform/access/request-frame.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CreateDoorCodeDto, DeviceDto, DoorCodeDto, DoorDto, EnrolDeviceDto } from './device.dto.js';
import { DeviceService } from './device.service.js';
import { DoorService } from './door.service.js';
import { SignInCookie } from './sign-in-cookie.js';
import { From, type Visitor } from './visitor.js';

@Controller()
@UseInterceptors(RequestFrame)
export class DeviceController {
  constructor(
    private readonly devices: DeviceService,
    private readonly door: DoorService,
    private readonly cookie: SignInCookie,
  ) {}

  @Get('devices')
  @Allow('device.manage')
  list(@Who() actor: Actor): Promise<DeviceDto[]> {
    return this.devices.list(actor);
  }

  @Post('devices/codes')
  @Allow('device.manage', { isFresh: true })
  issueCode(@Who() actor: Actor, @Body() dto: CreateDoorCodeDto): Promise<DoorCodeDto> {
    return this.devices.issueCode(actor, dto);
  }

  @Delete('devices/:id')
  @Allow('device.manage', { isFresh: true })
  @HttpCode(204)
  end(@Who() actor: Actor, @Param('id', idPipe) id: string): Promise<void> {
    return this.devices.end(actor, id);
  }

  /** A device with a code. */
  @Post('door')
  @Allow('public')
  @HttpCode(204)
  async enrol(
    @Body() dto: EnrolDeviceDto,
    @From() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.put(reply, await this.door.enrol(dto, visitor));
  }

  /** What the device that asks is for. */
  @Get('door')
  @Allow('own', { isForPrograms: true })
  mine(): Promise<DoorDto> {
    return this.door.mine();
  }
}
