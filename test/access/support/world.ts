import { hash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { today } from '../../../src/platform/database/today.js';
import { FieldCipher } from '../../../src/platform/encryption/field-cipher.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type AccountSpec, accounts, type Seat, showsNamesAbove } from './accounts.js';
import { CommitteeBuilder, type Hall, type Send } from './committee-builder.js';
import { furnishImport } from './imports.js';
import { furnishOffice } from './office.js';
import type { CommitteeKey, Marker, Place } from './places.js';
import { Rows } from './rows.js';

export interface World {
  test: TestApp;
  /** A connection of the schema's owner, whom no policy binds. */
  owner: pg.Client;
  rows: Rows;
  markers: Marker[];
  places: Record<'a1' | 'b1' | 'city' | 'sister' | 'foreign', Place>;
  units: Record<Seat, string>;
  /** By the name of the account. */
  accountIds: ReadonlyMap<string, string>;
  headersOf(name: string): Record<string, string>;
  stop(): Promise<void>;
}

const hallsOf: Record<CommitteeKey, Hall[]> = {
  city: [{ key: 'city', cells: ['city'] }],
  ward: [
    { key: 'A', sub: 'sub', cells: ['a1', 'a2'] },
    { key: 'B', cells: ['b1', 'b2'] },
  ],
  sister: [{ key: 'sister', cells: ['sister'] }],
  foreign: [{ key: 'foreign', cells: ['foreign'] }],
};

const builderName = (key: CommitteeKey): string => `clerk at ${key}, in ${key}`;
const tokenOf = (name: string): string => `token-of-${name.replaceAll(/\W+/g, '-')}`;
const headersOf = (name: string): Record<string, string> => ({ authorization: `Bearer ${tokenOf(name)}` });

/** A city with two wards, and a committee that has nothing to do with them; all of them furnished, with all accounts. */
export async function prepareWorld(): Promise<World> {
  const test = await startTestApp();
  const owner = new pg.Client(test.databaseUrl);
  await owner.connect();
  const markers: Marker[] = [];
  const units = { city: '', ward: '', sub: '', a1: '', sister: '', foreign: '' };
  const accountIds = new Map<string, string>();
  const places: Partial<World['places']> = {};
  for (const key of ['city', 'ward', 'sister', 'foreign'] as const) {
    units[key] = await foundCommittee(owner, key, key === 'ward' || key === 'sister' ? units.city : null, markers);
    const builderSpec = accounts.find(({ name }) => name === builderName(key));
    if (!builderSpec) throw new Error(`nobody builds ${key}`);
    const clerkId = await seat(owner, builderSpec, units, null);
    accountIds.set(builderSpec.name, clerkId);
    const builder = new CommitteeBuilder(sender(test, key), key, units[key], hallsOf[key], markers);
    const built = await builder.build();
    const [first] = built;
    if (!first) throw new Error(`nothing was built in ${key}`);
    const office = await furnishOffice(owner, key, first, clerkId, markers);
    const importId = await furnishImport(
      { owner, cipher: test.app.get(FieldCipher) },
      key,
      first.committeeId,
      clerkId,
      markers,
    );
    for (const place of built) places[place.cell as keyof World['places']] = { ...place, ...office, importId };
    if (key === 'ward') Object.assign(units, { sub: builder.id('sub'), a1: builder.id('a1') });
  }
  const all = places as World['places'];
  const isBuilder = ({ name, works }: AccountSpec): boolean => name === builderName(works);
  for (const account of accounts.filter((one) => !isBuilder(one)))
    accountIds.set(account.name, await seat(owner, account, units, all.a1));
  const rows = await Rows.of(owner);
  const stop = async (): Promise<void> => {
    await owner.end();
    await test.stop();
  };
  return { test, owner, rows, markers, places: all, units, accountIds, headersOf, stop };
}

function sender(test: TestApp, key: CommitteeKey): Send {
  return async <T>(method: Parameters<Send>[0], path: string, body?: object, headers = {}) => {
    const answer = await test.call(method, path, body, { ...headers, ...headersOf(builderName(key)) });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.raw.toString()}`);
    return answer.body as unknown as T;
  };
}

/** As `POST /committees` will do it. */
async function foundCommittee(
  owner: pg.Client,
  key: CommitteeKey,
  parentId: string | null,
  markers: Marker[],
): Promise<string> {
  const id = randomUUID();
  await owner.query('INSERT INTO unit (id, created_at) VALUES ($1, now())', [id]);
  await owner.query(
    `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
     VALUES ($1::uuid, '[2000-01-01,)', $2, 'committee', $3::uuid, concat_ws('.', $3::text, $1::text)::ltree)`,
    [id, `Đảng bộ ${key}`, parentId],
  );
  const text = `Qzcommittee${key}qz`;
  markers.push({ text, kind: 'committee', committee: key });
  await owner.query(
    `INSERT INTO committee (id, body_name, superior_name, superior_body_name, place, document_code, signing_power, signer_post,
                            signer_name, recipients, shows_names_above)
     VALUES ($1, $2, 'Đảng bộ cấp trên', 'Cấp ủy cấp trên', 'Mẫu', 'ĐU', 'T/M ĐẢNG ỦY', 'BÍ THƯ', $2, $3, $4)`,
    [id, text, [text], showsNamesAbove(key)],
  );
  return id;
}

const periods = { over: '[2020-01-01,2020-02-01)', ended: '[2020-01-01,)', 'not yet': '[2090-01-01,)' };

/** An account with its role and its sign-in. */
async function seat(owner: pg.Client, account: AccountSpec, units: World['units'], a1: Place | null): Promise<string> {
  const { name, role, at, works, kind = 'browser', only, mayExport = false, valid } = account;
  const [id, committeeId] = [randomUUID(), units[at === 'sub' || at === 'a1' ? 'ward' : at]];
  await owner.query(
    `INSERT INTO account (id, committee_id, login_name, display_name, kind, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [id, committeeId, `a-${id}`, name, kind === 'device' ? 'device' : 'person'],
  );
  await owner.query(
    `INSERT INTO sign_in (token_hash, id, kind, account_id, committee_id, name, permissions, created_at, expires_at, proved_at,
                          seen_at, address, agent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '1 day', now(), now(), '127.0.0.1', 'test')`,
    [hash('sha256', tokenOf(name), 'buffer'), randomUUID(), kind, id, units[works], name, only?.permissions ?? null],
  );
  if (!role) return id;
  const door = role === 'steward' ? await doorOf(owner, account, a1) : { committeeId, sessionId: null, classIds: null };
  await owner.query(
    `INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, session_id, class_ids, valid, granted_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2020-01-01', $10)`,
    [
      ...[door.committeeId ?? committeeId, randomUUID(), id, units[at], role, mayExport, door.sessionId, door.classIds],
      ...[valid ? periods[valid] : '[2020-01-01,)', valid === 'ended' ? today() : null],
    ],
  );
  return id;
}

/** A steward's role names a session of the committee that gave it. */
async function doorOf(
  owner: pg.Client,
  { door, at }: AccountSpec,
  a1: Place | null,
): Promise<{ committeeId?: string; sessionId: string; classIds: string[] | null }> {
  if (!a1) throw new Error('a steward needs a session');
  if (at === 'city') {
    const { rows } = await owner.query<{ id: string; committee_id: string }>(
      `SELECT s.id, s.committee_id FROM session s JOIN unit_version u ON u.unit_id = s.committee_id
        WHERE u.name = 'Đảng bộ city' ORDER BY s.id LIMIT 1`,
    );
    const [first = { id: '', committee_id: '' }] = rows;
    return { committeeId: first.committee_id, sessionId: first.id, classIds: null };
  }
  if (door === 'past') {
    const { rows } = await owner.query<{ session_id: string }>('SELECT session_id FROM session_class WHERE id = $1', [
      a1.closedClassId,
    ]);
    return { sessionId: rows[0]?.session_id ?? '', classIds: null };
  }
  return { sessionId: a1.sessionId, classIds: door === 'A' ? [a1.classId] : null };
}
