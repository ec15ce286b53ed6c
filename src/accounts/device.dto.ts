import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsText } from '../platform/http/rules.js';
import { ClassNameDto } from './account.dto.js';

export class CreateDoorCodeDto {
  @IsUUID()
  sessionId: string;

  /** Of the session, whose doors the device keeps. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  classIds: string[];
}

/** Said once, for one device. */
export class DoorCodeDto {
  /** Eight characters. */
  code: string;
  expiresAt: Date;
}

export class DeviceDto {
  id: string;
  name: string;
  sessionId: string;
  sessionTitle: string;
  classes: ClassNameDto[];
  /** Who gave the code. */
  enrolledBy: string;
  enrolledAt: Date;
  /** To the nearest minutes. */
  seenAt: Date;
  /** The last day on which it works. */
  until: string;
}

export class EnrolDeviceDto {
  /** As typed: small letters, blanks and hyphens do no harm. */
  @IsString()
  @MinLength(8)
  @MaxLength(40)
  code: string;

  /** What people call the device: `Máy tính bảng cửa chính`. */
  @IsText(100)
  name: string;
}

export class DoorSittingDto {
  heldOn: string;
  startsAt: string;
}

export class DoorClassDto {
  name: string;
  venue: string;
  sittings: DoorSittingDto[];
}

/** What a device may say of itself to whoever holds it. */
export class DoorDto {
  deviceName: string;
  sessionTitle: string;
  bodyName: string;
  classes: DoorClassDto[];
  /** Who can take the device its right. */
  revokedBy: string | null;
  /** The last day on which it works. */
  lastDay: string;
}
