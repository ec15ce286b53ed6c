import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestApp } from '../support/test-app.js';
import { atDesk, Browser, loginName, password, refused, sql, trail } from './support/browser.js';

let test: TestApp;
let desk: Browser;

beforeEach(async () => {
  ({ test, desk } = await atDesk());
});
afterEach(() => test.stop());

const tooMany = refused(429, 'sign-in.too-many');
const wrong = refused(401, 'sign-in.wrong');

async function guess(address: string, times: number, name = loginName): Promise<number[]> {
  const browser = new Browser(test, address);
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await browser.signIn(`sai mật khẩu lần ${n}`, name)).status);
  return seen;
}

describe('who guesses passwords', () => {
  it('is stopped after ten tries for a name, and hears for how long', async () => {
    await sql(test, `UPDATE sign_in SET address = '198.51.100.7'`);
    expect(await guess('198.51.100.7', 11)).toEqual([...Array<number>(10).fill(401), 429]);
    const answer = await new Browser(test, '198.51.100.7').signIn();
    expect(answer).toMatchObject(tooMany);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(600);
  });

  it('is stopped after a hundred tries, whatever names he tries', async () => {
    const browser = new Browser(test, '198.51.100.7');
    const all = await Promise.all(Array.from({ length: 105 }, (_, n) => browser.signIn('sai mật khẩu', `nguoi-${n}`)));
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(await browser.signIn()).toMatchObject(tooMany);
  });

  it('is one where he comes from one network of IPv6, and where IPv4 is written as IPv6', async () => {
    await sql(test, `UPDATE sign_in SET address = '2001:db8:1:2::1'`);
    for (let n = 0; n < 10; n += 1) await guess(`2001:db8:1:2::${n}`, 1);
    expect(await guess('2001:db8:1:2:ffff::1', 1)).toEqual([429]);
    await sql(test, `UPDATE sign_in SET address = '198.51.100.7'`);
    await guess('198.51.100.7', 5);
    await guess('::ffff:198.51.100.7', 5);
    expect(await guess('198.51.100.7', 1)).toEqual([429]);
    await sql(test, `UPDATE sign_in SET address = '198.51.100.8'`);
    expect(await guess('::ffff:198.51.100.8', 1)).toEqual([401]);
  });

  it('from ever new places waits for longer and longer', async () => {
    for (let n = 1; n <= 10; n += 1) expect(await guess(`192.0.2.${n}`, 1), `try ${n}`).toEqual([401]);
    const after = async (seconds: number): Promise<number | undefined> => {
      vi.setSystemTime(Date.now() + seconds * 1000);
      return (await guess('192.0.2.100', 1))[0];
    };
    expect([await after(0), await after(3), await after(3), await after(900)]).toEqual([429, 401, 429, 401]);
  });

  it('does not keep the owner out, who was here before', async () => {
    for (let n = 0; n < 14; n += 1) await guess(`192.0.2.${n}`, 1);
    expect(await new Browser(test, '192.0.2.200').signIn()).toMatchObject(tooMany);
    expect(await new Browser(test, desk.address).signIn()).toMatchObject({ status: 200 });
  });

  it('cannot tell a name that is here from one that is not', async () => {
    const [one, other] = [new Browser(test, '198.51.100.7'), new Browser(test, '198.51.100.8')];
    const answers = [await one.signIn('sai mật khẩu'), await other.signIn('sai mật khẩu', 'khong-co-ai')];
    const told = answers.map(({ body: { requestId: _id, ...body }, status }) => ({ status, body }));
    expect(told[0]).toEqual(told[1]);
    for (let n = 1; n <= 11; n += 1) await guess(`192.0.2.${n}`, 1, 'khong-co-ai');
    expect(await guess('192.0.2.100', 1, 'khong-co-ai')).toEqual([429]);
  });

  it('stands in the trail', async () => {
    await guess('198.51.100.7', 2);
    const failed = (await trail(test)).filter(({ action }) => action === 'sign-in.failed');
    expect(failed.map(({ values }) => values)).toEqual([{ way: 'password' }, { way: 'password' }]);
  });

  it('is counted also where the password is asked for again', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await desk.call('POST', '/sign-in/proof', { password: `sai mật khẩu ${n}` })).toMatchObject(wrong);
    }
    expect(await desk.call('POST', '/sign-in/proof', { password })).toMatchObject(tooMany);
    expect(await new Browser(test, desk.address).signIn()).toMatchObject(tooMany);
    const body = { oldPassword: password, newPassword: 'chiếc ô tím dưới mưa' };
    expect(await desk.call('PUT', '/me/password', body)).toMatchObject(tooMany);
  });

  it('a right password clears the count of that place', async () => {
    await guess(desk.address, 9);
    expect(await new Browser(test, desk.address).signIn()).toMatchObject({ status: 200 });
    expect(await guess(desk.address, 9)).toEqual(Array(9).fill(401));
  });

  it('gets nowhere where tries cannot be counted', async () => {
    await sql(test, 'ALTER TABLE rate_limit RENAME TO rate_limit_gone');
    const answer = await new Browser(test, desk.address).signIn();
    expect(answer.status).toBe(500);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('many sign-ins at once', () => {
  it('take turns with the memory; those beyond a full queue are told to come back', async () => {
    const all = await Promise.all(
      Array.from({ length: 80 }, (_, n) => new Browser(test, `192.0.2.${n}`).signIn('sai mật khẩu', `nguoi-${n}`)),
    );
    const seen = new Set(all.map(({ status }) => status));
    expect(all.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(60);
    expect([...seen].every((status) => status === 401 || status === 503)).toBe(true);
  });
});
