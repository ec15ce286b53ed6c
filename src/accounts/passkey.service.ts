import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  type VerifiedAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { Environment, publicUrl } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { DomainError, NotFoundError } from '../platform/errors/domain-error.js';
import type { NewPasskeyDto, PasskeyAnswerDto, PasskeyDto } from './passkey.dto.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { type ChallengePurpose, Passkey } from './second-factor.entity.js';
import { WrongPasskeyError } from './sign-in.errors.js';

const MOST_KEYS = 20;
const timeout = 300_000;

/** Whose key was used. */
export interface PasskeyOwner {
  accountId: string;
  committeeId: string;
  loginName: string;
}

const handleOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

/** Passkeys (WebAuthn level 3). The device always makes sure of its user, so a key is two factors by itself. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly challenges: PasskeyChallenges,
  ) {}

  async optionsToRegister({ accountId, loginName, displayName, signInId }: Actor): Promise<object> {
    const keys = await this.database.transaction(() => this.database.manager.findBy(Passkey, { accountId }));
    const options = await generateRegistrationOptions({
      ...{ rpName: 'Quán Triệt', rpID: this.place.rpId, timeout, attestationType: 'none' },
      ...{ userID: handleOf(accountId), userName: loginName, userDisplayName: displayName },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    });
    await this.challenges.remember(options.challenge, 'register', signInId);
    return options;
  }

  /**
   * Looks at what the device has made; nothing is kept yet. Outside of any transaction: a challenge is used up by a wrong
   * answer too.
   * @throws WrongPasskeyError
   */
  async check({ accountId, signInId }: Actor, dto: NewPasskeyDto): Promise<Passkey> {
    const expectedChallenge = await this.challenges.take(dto.clientDataJSON, 'register', signInId);
    const { credentialId: id, clientDataJSON, attestationObject, transports } = dto;
    const verified = await strictly(() =>
      verifyRegistrationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, attestationObject },
        },
        ...{ expectedChallenge, expectedOrigin: this.place.origin, expectedRPID: this.place.rpId },
        requireUserVerification: true,
      }),
    );
    if (!verified.verified) throw new WrongPasskeyError();
    const { credential } = verified.registrationInfo;
    return {
      ...{ id: uuidv7(), accountId, credentialId: credential.id, name: dto.name, transports, usedAt: null },
      ...{ publicKey: Buffer.from(credential.publicKey), counter: credential.counter, addedAt: new Date() },
    };
  }

  async keep(passkey: Passkey): Promise<void> {
    const { manager } = this.database;
    const { accountId } = passkey;
    if ((await manager.countBy(Passkey, { accountId })) >= MOST_KEYS) throw new TooManyKeysError();
    await manager.insert(Passkey, passkey);
  }

  /**
   * @param boundTo who asks (see `PasskeyChallenges`)
   * @param accountId whose keys are asked for; null asks for any key that the device has for this server
   */
  async optionsToProve(purpose: ChallengePurpose, boundTo: string, accountId: string | null): Promise<object> {
    const keys = accountId ? await this.database.manager.findBy(Passkey, { accountId }) : [];
    const options = await generateAuthenticationOptions({
      ...{ rpID: this.place.rpId, timeout, userVerification: 'required' },
      allowCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    });
    await this.challenges.remember(options.challenge, purpose, boundTo);
    return options;
  }

  /** Whose the key is, before its signature is looked at: for the trail of what fails. */
  async ownerOf({ credentialId }: PasskeyAnswerDto): Promise<PasskeyOwner | null> {
    const [owner] = await this.database.rows<PasskeyOwner>(
      `SELECT account_id AS "accountId", committee_id AS "committeeId", login_name AS "loginName" FROM passkey_at_door($1)`,
      [credentialId],
    );
    return owner ?? null;
  }

  /**
   * Outside of any transaction: a challenge is used up by a wrong answer too.
   * @throws WrongPasskeyError
   */
  async prove(owner: PasskeyOwner, dto: PasskeyAnswerDto, purpose: ChallengePurpose, boundTo: string): Promise<void> {
    const expectedChallenge = await this.challenges.take(dto.clientDataJSON, purpose, boundTo);
    const { accountId, committeeId } = owner;
    if (dto.userHandle && !Buffer.from(dto.userHandle, 'base64url').equals(handleOf(accountId))) {
      throw new WrongPasskeyError();
    }
    await this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      const key = await this.database.manager.findOneBy(Passkey, { accountId, credentialId: dto.credentialId });
      if (!key) throw new WrongPasskeyError();
      const { verified, authenticationInfo } = await this.verify(key, dto, expectedChallenge);
      if (!verified) throw new WrongPasskeyError();
      // Two answers at once with the same count are two devices with one key.
      const { affected } = await this.database.manager.update(
        Passkey,
        { id: key.id, counter: key.counter },
        { counter: authenticationInfo.newCounter, usedAt: new Date() },
      );
      if (affected !== 1) throw new WrongPasskeyError();
    });
  }

  async list(accountId: string): Promise<PasskeyDto[]> {
    const keys = await this.database.manager.find(Passkey, { where: { accountId }, order: { addedAt: 'ASC' } });
    return keys.map(({ id, name, addedAt, usedAt }) => ({ id, name, addedAt, usedAt }));
  }

  /** @returns what it was called before */
  async rename(accountId: string, id: string, name: string): Promise<string> {
    const key = await this.require(accountId, id);
    await this.database.manager.update(Passkey, { accountId, id }, { name });
    return key.name;
  }

  async remove(accountId: string, id: string): Promise<Passkey> {
    const key = await this.require(accountId, id);
    await this.database.manager.delete(Passkey, { accountId, id });
    return key;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.database.manager.delete(Passkey, { accountId });
  }

  private verify(
    key: Passkey,
    dto: PasskeyAnswerDto,
    expectedChallenge: string,
  ): Promise<VerifiedAuthenticationResponse> {
    const { credentialId: id, clientDataJSON, authenticatorData, signature } = dto;
    return strictly(() =>
      verifyAuthenticationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, authenticatorData, signature },
        },
        ...{ expectedChallenge, expectedOrigin: this.place.origin, expectedRPID: this.place.rpId },
        credential: { id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
        requireUserVerification: true,
      }),
    );
  }

  private async require(accountId: string, id: string): Promise<Passkey> {
    const key = await this.database.manager.findOneBy(Passkey, { accountId, id });
    if (!key) throw new NotFoundError('khóa bảo mật');
    return key;
  }

  private get place(): { origin: string; rpId: string } {
    const { origin, hostname } = publicUrl(this.environment);
    return { origin, rpId: hostname };
  }
}

class TooManyKeysError extends DomainError {
  constructor() {
    super('passkey.too-many', 'conflict', `Đã có ${MOST_KEYS} khóa bảo mật. Bỏ khóa không dùng nữa trước khi thêm.`);
  }
}

/** The library throws plain errors for whatever it finds wrong; none of it is told to the other side. */
async function strictly<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (reason) {
    throw Object.assign(new WrongPasskeyError(), { cause: reason });
  }
}
