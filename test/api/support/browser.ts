import { TOTP } from 'otpauth';
import { vi } from 'vitest';
import { ask } from '../../migrations/support/catalog.js';
import { type Answer, firstRunBody, type Method, startTestApp, type TestApp } from '../../support/test-app.js';

export const { loginName, password } = firstRunBody.account;

/** Somebody's browser: keeps the cookie that it is given, at an address of its own. */
export class Browser {
  cookie = '';

  constructor(
    readonly test: TestApp,
    readonly address = '203.0.113.10',
  ) {}

  async call(method: Method, path: string, body?: object): Promise<Answer> {
    const headers = { cookie: this.cookie, 'x-forwarded-for': this.address };
    const answer = await this.test.call(method, path, body, headers);
    const given = answer.headers['set-cookie'];
    if (given !== undefined) this.cookie = String(given).split(';')[0] ?? '';
    return answer;
  }

  signIn(typed = password, name = loginName): Promise<Answer> {
    return this.call('POST', '/sign-in', { loginName: name, password: typed });
  }

  /** The token of a pending sign-in. */
  async begin(): Promise<string> {
    const { body } = await this.signIn();
    return String(body['token']);
  }

  complete(token: string, more: object): Promise<Answer> {
    return this.call('POST', '/sign-in/second-factor', { token, ...more });
  }

  async isIn(): Promise<boolean> {
    return (await this.call('GET', '/me')).status === 200;
  }
}

/** Stops the clock in the middle of a half minute: a code is then the same for as long as a test takes. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
}

/** A committee whose first account sits at its browser; each request says where it comes from. */
export async function atDesk(settings: Record<string, string> = {}): Promise<{ test: TestApp; desk: Browser }> {
  stopClock();
  const test = await startTestApp({ TRUST_PROXY: '127.0.0.1', ...settings });
  await test.firstRun();
  const desk = new Browser(test);
  await desk.signIn();
  return { test, desk };
}

/** The app on a phone; `steps` half minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  const timestamp = Date.now() + steps * 30_000;
  return new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp });
}

export interface Phone {
  secret: string;
  recoveryCodes: string[];
}

/** Sets the phone up, with the code of the half minute before, so that this one and the next are free. */
export async function setUpPhone(browser: Browser): Promise<Phone> {
  const { secret } = (await browser.call('POST', '/me/totp')).body as unknown as Phone;
  const answer = await browser.call('POST', '/me/totp/confirmation', { code: codeOf(secret, -1) });
  const { recoveryCodes } = answer.body as unknown as Phone;
  return { secret, recoveryCodes };
}

/** Lets time pass, as the owner of the schema. */
export async function sql(test: TestApp, statement: string, ...parameters: unknown[]): Promise<void> {
  await ask(test.databaseUrl, statement, parameters);
}

interface Told {
  action: string;
  values: Record<string, unknown>;
}

/** What the trail tells, oldest first, with the values that were told with it. */
export async function trail(test: TestApp): Promise<Told[]> {
  const rows = await ask<{ action: string; values: Record<string, string> | null }>(
    test.databaseUrl,
    `SELECT action, (SELECT jsonb_object_agg(field, value) FROM audit_value v WHERE (v.committee_id, v.seq) = (e.committee_id, e.seq)) AS values
       FROM audit_entry e ORDER BY seq`,
  );
  return rows.map(({ action, values }) => ({
    action,
    values: Object.fromEntries(
      Object.entries(values ?? {}).map(([field, text]) => [field, JSON.parse(text) as unknown]),
    ),
  }));
}

export const refused = (status: number, code: string): object => ({ status, body: { code } });
