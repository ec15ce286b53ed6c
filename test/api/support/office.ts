import { expect } from 'vitest';
import { ask } from '../../migrations/support/catalog.js';
import { type Answer, firstRunBody, type Method } from '../../support/test-app.js';
import { StudyDay } from './study-day.js';

export const goodPassword = 'mua-xuan-tren-song-hong';

interface Invited {
  account: { id: string; roles: { id: string }[] };
  invitation: { token: string; expiresAt: string };
}

/** Somebody who is signed in, other than the first account. */
export interface Person {
  id: string;
  loginName: string;
  /** His first role. */
  roleId: string;
  headers: { cookie: string };
  call(method: Method, path: string, body?: object): Promise<Answer>;
}

/** A committee with two cells, whose first account is administrator and clerk. */
export class Office {
  private people = 0;

  private constructor(readonly day: StudyDay) {}

  static async prepare(): Promise<Office> {
    return new Office(await StudyDay.prepare());
  }

  get test() {
    return this.day.test;
  }

  /** A person with these roles who has accepted his invitation. */
  async person(...roles: object[]): Promise<Person> {
    this.people += 1;
    const loginName = `nguoi-${this.people}`;
    const body = { loginName, displayName: `Người Thử ${this.people}`, roles };
    const { account, invitation } = await this.day.make<Invited>('POST', '/accounts', body);
    const headers = await this.accept(invitation.token);
    return { ...this.as(headers), id: account.id, loginName, roleId: account.roles[0]?.id ?? '' };
  }

  /** @returns headers of who accepted */
  async accept(token: string, password = goodPassword): Promise<{ cookie: string }> {
    const answer = await this.test.call('POST', '/invitations/acceptance', { token, password });
    if (answer.status !== 200) throw new Error(`acceptance answered ${answer.status}: ${answer.raw.toString()}`);
    return cookieOf(answer);
  }

  as(headers: { cookie: string }): Pick<Person, 'headers' | 'call'> {
    return { headers, call: (method, path, body) => this.test.call(method, path, body, headers) };
  }

  signIn(loginName: string, password = goodPassword): Promise<Answer> {
    return this.test.call('POST', '/sign-in', { loginName, password });
  }

  /** A committee below, with its administrator signed in. */
  async below(name = 'Đảng bộ xã Dưới'): Promise<{ id: string; administrator: Pick<Person, 'headers' | 'call'> }> {
    this.people += 1;
    const body = {
      committee: { ...firstRunBody.committee, name, bodyName: name.replace('Đảng bộ', 'Đảng ủy') },
      administrator: { loginName: `quan-tri-${this.people}`, displayName: 'Quản trị xã' },
    };
    const founded = await this.day.make<{ id: string; invitation: { token: string } }>('POST', '/committees', body);
    return { id: founded.id, administrator: this.as(await this.accept(founded.invitation.token)) };
  }

  /** Actions in the trail about this subject, oldest first. */
  async trailOf(subjectId: string): Promise<string[]> {
    const rows = await ask<{ action: string }>(
      this.test.databaseUrl,
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, seq',
      [subjectId],
    );
    return rows.map(({ action }) => action);
  }

  /** A statement as the owner of the schema: to let time pass. */
  async sql(statement: string, ...parameters: unknown[]): Promise<void> {
    await ask(this.test.databaseUrl, statement, parameters);
  }
}

export const cookieOf = ({ headers }: Answer): { cookie: string } => ({
  cookie: String(headers['set-cookie']).split(';')[0] ?? '',
});

export const refused = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });

/** A refusal that names just these fields. */
export const wrongFields = (...paths: string[]) =>
  refused(422, 'validation', { errors: paths.map((path) => ({ path, message: expect.any(String) as string })) });
