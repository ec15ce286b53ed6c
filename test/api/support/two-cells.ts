import { ask } from '../../migrations/support/catalog.js';
import { StudyDay } from './study-day.js';

interface Entered {
  id: string;
}

export interface Succession {
  changeId: string;
  ended: { id: string; name: string }[];
  receiving: { id: string; name: string }[];
  moves: { fromCellId: string; toCellId: string; members: number }[];
  groups: { name: string }[];
  classes: { name: string; effect: string; isSummoned: boolean; isDouble: boolean }[];
  clashes: { fullName: string }[];
}

export const document = { number: '15-QĐ/ĐU', issuer: 'Đảng ủy phường', issuedOn: '2026-09-25' };

/** Two cells that are to become one; others of the committee stand beside them. */
export class TwoCells {
  three = '';
  four = '';
  people = { an: '', binh: '', chi: '', dung: '', giang: '' };
  round = 0;

  private constructor(readonly day: StudyDay) {}

  static async prepare(): Promise<TwoCells> {
    return new TwoCells(await StudyDay.prepare());
  }

  /** A name that no earlier test has used. */
  name(name: string): string {
    return `${name} (${this.round})`;
  }

  /** Cell 3 with an exempt, a probationary member and one who leaves later; cell 4 with one for a time and one who comes later. */
  async anew(): Promise<void> {
    this.round += 1;
    this.three = await this.cell(this.name('Chi bộ 3'));
    this.four = await this.cell(this.name('Chi bộ 4'));
    const { three, four } = this;
    const elsewhere = this.day.cell(0);
    const official = { kind: 'official', from: '2015-01-01' };
    const exempt = { exemptions: [{ kind: 'old-age', from: '2019-01-01' }] };
    const probationary = { admittedOn: '2026-01-01', officialOn: null };
    this.people = {
      an: await this.member('Nguyễn Thử An', [{ ...official, cellId: three }], exempt),
      binh: await this.member('Lê Thử Bình', [{ ...official, cellId: three }], probationary),
      chi: await this.member('Vũ Thử Chi', [
        { ...official, cellId: three, to: '2027-01-01' },
        { ...official, cellId: elsewhere, from: '2027-01-01' },
      ]),
      dung: await this.member('Đỗ Thử Dung', [
        { ...official, cellId: elsewhere },
        { cellId: four, kind: 'temporary-in', from: '2020-01-01' },
      ]),
      giang: await this.member('Hồ Thử Giang', [{ ...official, cellId: four, from: '2026-12-01' }]),
    };
  }

  /** Both become a new cell on 1 October 2026. */
  merger(more: object = {}) {
    const target = { name: this.name('Chi bộ 3 mới') };
    return { cellIds: [this.three, this.four], target, on: '2026-10-01', document, ...more };
  }

  async cell(name: string): Promise<string> {
    const body = { name, kind: 'cell', foundedOn: '2010-01-01' };
    return (await this.day.make<Entered>('POST', '/units', body)).id;
  }

  async member(fullName: string, memberships: object[], more: object = {}): Promise<string> {
    const body = { fullName, memberships, admittedOn: '2012-01-01', officialOn: '2013-01-01', ...more };
    return (await this.day.make<Entered>('POST', '/members', body)).id;
  }

  async memberships(memberId: string): Promise<object[]> {
    return (await this.day.make<{ memberships: object[] }>('GET', `/members/${memberId}`)).memberships;
  }

  /** Every row that a merger may touch. */
  state(): Promise<unknown[]> {
    const tables = [
      ...['unit', 'unit_version', 'unit_change', 'unit_change_part', 'membership', 'membership_move'],
      ...['class_cell', 'cell_group_cell', 'cell_list_change'],
    ];
    const rows = (table: string) => ask(this.day.test.databaseUrl, `SELECT * FROM ${table} t ORDER BY t::text`);
    return Promise.all(tables.map(rows));
  }
}
