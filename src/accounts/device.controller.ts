import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Who } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { Environment } from '../platform/config/environment.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { CreateDoorCodeDto, DeviceDto, DoorCodeDto, DoorDto, EnrolDeviceDto } from './device.dto.js';
import { DeviceService } from './device.service.js';
import { DoorService } from './door.service.js';
import { setSignInCookie, visitorOf } from './cookie-reply.js';

@Controller()
export class DeviceController {
  constructor(
    private readonly devices: DeviceService,
    private readonly door: DoorService,
    private readonly environment: Environment,
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
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    setSignInCookie(reply, this.environment.SECURE_COOKIES, await this.door.enrol(dto, visitorOf(request)));
  }

  /** What the device that asks is for. */
  @Get('door')
  @Allow('own', { isForPrograms: true })
  mine(): Promise<DoorDto> {
    return this.door.mine();
  }
}
