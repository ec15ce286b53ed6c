import { randomUUID } from 'node:crypto';
import { ask } from '../../migrations/support/catalog.js';
import { type Answer, firstRunBody, type Method, startTestApp, type TestApp } from '../../support/test-app.js';

export const takenAt = '2021-01-16T01:05:00.000Z';

/** A class that waits for marks. */
export interface StudyClass {
  sessionId: string;
  classId: string;
  sittingId: string;
}

interface Entered {
  id: string;
}

/** A committee with two cells: three members in the first, two in the second, of whom one need not come. */
export class StudyDay {
  readonly cells: string[] = [];
  /** By cell. */
  readonly members: string[][] = [];

  private constructor(readonly test: TestApp) {}

  static async prepare(): Promise<StudyDay> {
    const test = await startTestApp();
    await test.firstRun();
    const day = new StudyDay(test);
    const exempt = { exemptions: [{ kind: 'old-age', from: '2019-01-01' }] };
    await day.enterCell('Chi bộ 1', [
      { fullName: 'Nguyễn Thị Thử An' },
      { fullName: 'Lê Mẫu Bình' },
      { fullName: 'Vũ Mẫu Chi' },
    ]);
    await day.enterCell('Chi bộ 2', [{ fullName: 'Đỗ Mẫu Dung' }, { fullName: 'Hồ Mẫu Giang', ...exempt }]);
    return day;
  }

  member(cell: number, place: number): string {
    return this.members[cell]?.[place] ?? '';
  }

  cell(place: number): string {
    return this.cells[place] ?? '';
  }

  /** The same request, and the answer must be a success. */
  async make<T>(method: Method, path: string, body?: object): Promise<T> {
    const answer = await this.test.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.raw.toString()}`);
    return answer.body as unknown as T;
  }

  /** A session of one class with both cells, on 16 January 2021; `summoned` unless told otherwise. */
  async plan({ session = {}, heldOn = '2021-01-16', isSummoned = true, cells = this.cells } = {}): Promise<StudyClass> {
    const fields = { kind: 'study', title: 'Hội nghị học tập nghị quyết', mode: 'direct', ...session };
    const { id: sessionId } = await this.make<Entered>('POST', '/sessions', fields);
    const { id: classId, sittings } = await this.addClass(sessionId, cells, heldOn);
    if (isSummoned) await this.make('POST', `/sessions/${sessionId}/summons`);
    return { sessionId, classId, sittingId: sittings[0]?.id ?? '' };
  }

  addClass(sessionId: string, cellIds: string[], heldOn = '2021-01-16'): Promise<Entered & { sittings: Entered[] }> {
    const sittings = [{ heldOn, startsAt: '08:00', endsAt: '11:30' }];
    return this.make('POST', `/sessions/${sessionId}/classes`, {
      mode: 'direct',
      venue: 'Hội trường',
      cellIds,
      sittings,
    });
  }

  /** "All present except these" for a cell. */
  callRoll({ sittingId }: StudyClass, cell: number, absent: object[] = []): Promise<Answer> {
    const body = { id: randomUUID(), absent, takenAt };
    return this.test.call('POST', `/sittings/${sittingId}/cells/${this.cell(cell)}/roll-call`, body);
  }

  /** One mark, present unless told otherwise. */
  mark({ sittingId }: StudyClass, id: string, memberId: string, more: object = {}): Promise<Answer> {
    const body = { memberId, kind: 'present', method: 'name', takenAt, ...more };
    return this.test.call('PUT', `/sittings/${sittingId}/marks/${id}`, body);
  }

  /** A planned class where everybody came, closed. */
  async closed(): Promise<StudyClass> {
    const planned = await this.plan();
    for (const [cell] of this.cells.entries()) await this.callRoll(planned, cell);
    await this.make('POST', `/classes/${planned.classId}/closing`);
    return planned;
  }

  /** A second person of the office, signed in. @returns the headers that make a request his */
  async colleague(): Promise<{ headers: { cookie: string }; displayName: string }> {
    const displayName = 'Ban Tuyên giáo';
    const id = randomUUID();
    await ask(
      this.test.databaseUrl,
      `INSERT INTO account (id, committee_id, login_name, display_name, password_hash, created_at)
       SELECT $1, committee_id, 'tuyen-giao', $2, password_hash, now() FROM account LIMIT 1`,
      [id, displayName],
    );
    await ask(
      this.test.databaseUrl,
      `INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, valid, granted_at)
       SELECT committee_id, $2, id, committee_id, 'clerk', true, daterange(current_date - 1, NULL), now() FROM account WHERE id = $1`,
      [id, randomUUID()],
    );
    const { password } = firstRunBody.account;
    const answer = await this.test.call('POST', '/sign-in', { loginName: 'tuyen-giao', password });
    return { headers: { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }, displayName };
  }

  private async enterCell(name: string, people: object[]): Promise<void> {
    const cell = await this.make<Entered>('POST', '/units', { name, kind: 'cell', foundedOn: '2010-01-01' });
    const members = people.map((person) => ({
      admittedOn: '2010-03-03',
      officialOn: '2011-03-03',
      memberships: [{ cellId: cell.id, kind: 'official', from: '2015-01-01' }],
      ...person,
    }));
    const { ids } = await this.make<{ ids: string[] }>('POST', '/members/batch', { members });
    this.cells.push(cell.id);
    this.members.push(ids);
  }
}
