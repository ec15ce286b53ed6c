import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { Schemas } from '../api/client.ts';
import { Problem } from '../api/problem.ts';

type Asked = Schemas['PasskeyOptionsDto'];

/** Browsers offer it where the page is safe: by https, or on the machine itself. */
export const hasPasskeys = browserSupportsWebAuthn;

const sentences: Record<string, string> = {
  InvalidStateError: 'Máy này đã có khóa bảo mật cho tài khoản này.',
  SecurityError: 'Khóa bảo mật chỉ dùng được khi mở trang bằng đúng địa chỉ của hệ thống. Hỏi người quản trị.',
};
const notDone = 'Chưa dùng được khóa bảo mật: đã thôi, hoặc hết thời gian chờ. Thử lại khi sẵn sàng.';

/** What the device or its owner refuses, as any refusal. */
async function ofDevice<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (reason) {
    const cause = reason instanceof Error && reason.cause instanceof Error ? reason.cause : reason;
    const name = cause instanceof Error ? cause.name : '';
    throw new Problem('passkey.device', sentences[name] ?? notDone, 400);
  }
}

/** Makes a key; the device asks for finger, face or PIN. */
export async function makePasskey({ options }: Asked): Promise<Omit<Schemas['NewPasskeyDto'], 'name'>> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id, response }: RegistrationResponseJSON = await ofDevice(() => startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { credentialId: id, clientDataJSON, attestationObject, transports };
}

/** Signs with a key; the device asks for finger, face or PIN. */
export async function signByPasskey({ options }: Asked): Promise<Schemas['PasskeyAnswerDto']> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { id, response }: AuthenticationResponseJSON = await ofDevice(() => startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { credentialId: id, clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) };
}
