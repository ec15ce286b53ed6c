import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

interface Options {
  options: { challenge: string };
}

/** What a test may have the device do otherwise than it should. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  isUserVerified?: boolean;
  counter?: number;
  userHandle?: string;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const NEW_KEY = 0x40;

/** CBOR of a byte string of less than 64 kB. */
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 255]), data]);
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

/** A security key as WebAuthn describes it, in software: one key pair (ES256), for one server. */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  counter = 0;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(
    private readonly origin = 'http://localhost:3000',
    private readonly rpId = 'localhost',
  ) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  /** For `POST /me/passkeys`, but for the name. */
  create(asked: unknown, deviation: Deviation = {}): Record<string, unknown> {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), this.credentialId, this.coseKey()]);
    const authData = Buffer.concat([this.head(deviation, NEW_KEY), attested]);
    const fields = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)];
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientDataJSON: this.clientData('webauthn.create', asked, deviation).toString('base64url'),
      attestationObject: Buffer.concat([Buffer.from([0xa3]), ...fields]).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** For wherever a passkey is asked for. */
  sign(asked: unknown, deviation: Deviation = {}): Record<string, unknown> {
    this.counter = deviation.counter ?? this.counter + 1;
    const authData = this.head(deviation, 0);
    const clientData = this.clientData('webauthn.get', asked, deviation);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(clientData)]))
      .sign(this.privateKey);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(deviation.userHandle && { userHandle: deviation.userHandle }),
    };
  }

  private head({ rpId = this.rpId, isUserVerified = true }: Deviation, more: number): Buffer {
    const flags = USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, asked: unknown, deviation: Deviation): Buffer {
    const { challenge } = (asked as Options).options;
    const said = { type, challenge, origin: this.origin, crossOrigin: false };
    const { type: otherType, challenge: otherChallenge, origin } = deviation;
    return Buffer.from(
      JSON.stringify({
        ...said,
        ...(otherType && { type: otherType }),
        ...(otherChallenge && { challenge: otherChallenge }),
        ...(origin && { origin }),
      }),
    );
  }

  /** EC2, ES256, P-256, x, y. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const point = (part: string): Buffer => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(part, 'base64url')]);
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      point(x),
      Buffer.from([0x22]),
      point(y),
    ]);
  }
}
