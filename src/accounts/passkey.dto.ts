import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { IsOmissible, IsText } from '../platform/http/rules.js';

const base64url = /^[\w-]+$/;

/** What a device signed: the fields of WebAuthn's AuthenticationResponseJSON that are looked at; base64url each. */
export class PasskeyAnswerDto {
  @Matches(base64url)
  @MaxLength(1400)
  credentialId: string;

  @Matches(base64url)
  @MaxLength(4000)
  clientDataJSON: string;

  @Matches(base64url)
  @MaxLength(4000)
  authenticatorData: string;

  @Matches(base64url)
  @MaxLength(8000)
  signature: string;

  /** Whose key it is, as the device remembers it. */
  @IsOmissible()
  @Matches(base64url)
  @MaxLength(100)
  userHandle?: string;
}

/** A new key of a device: the fields of WebAuthn's RegistrationResponseJSON that are looked at. */
export class NewPasskeyDto {
  /** As its owner calls it: `Máy tính văn phòng`. */
  @IsText(60)
  name: string;

  @Matches(base64url)
  @MaxLength(1400)
  credentialId: string;

  @Matches(base64url)
  @MaxLength(4000)
  clientDataJSON: string;

  @Matches(base64url)
  @MaxLength(20_000)
  attestationObject: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  transports: string[];
}

export class RenamePasskeyDto {
  @IsText(60)
  name: string;
}

/** For the browser: what it hands to `navigator.credentials`, as WebAuthn's own JSON. */
export class PasskeyOptionsDto {
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: object;
}

export class PasskeyDto {
  id: string;
  name: string;
  addedAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  usedAt: Date | null;
}
