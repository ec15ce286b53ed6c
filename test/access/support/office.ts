import { hash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { BuiltPlace, CommitteeKey, Marker, OfficeIds } from './places.js';

/** What administrators of a committee look after, and what is an account's own; texts of it are marked. */
export async function furnishOffice(
  owner: pg.Client,
  key: CommitteeKey,
  { committeeId, sessionId, classId }: BuiltPlace,
  clerkId: string,
  markers: Marker[],
): Promise<OfficeIds> {
  const office = new Office(owner, key, committeeId, clerkId, markers);
  const accountId = await office.account('person', committeeId);
  const roleId = await office.role(accountId, 'secretary', null);
  const signInId = await office.signIn(accountId, 'browser');
  const tokenId = await office.signIn(accountId, 'token');
  const passkeyId = await office.secondFactors(accountId);
  const deviceId = await office.account('device', committeeId);
  await office.role(deviceId, 'steward', { sessionId, classId });
  await office.signIn(deviceId, 'device');
  await office.links(accountId, { sessionId, classId });
  const filterId = await office.savedFilter(accountId);
  const waitingCommitteeId = await office.committeeBelow();
  return { accountId, roleId, signInId, tokenId, passkeyId, deviceId, filterId, waitingCommitteeId };
}

interface Door {
  sessionId: string;
  classId: string;
}

class Office {
  private count = 0;

  constructor(
    private readonly owner: pg.Client,
    private readonly key: CommitteeKey,
    private readonly committeeId: string,
    private readonly clerkId: string,
    private readonly markers: Marker[],
  ) {}

  async account(kind: 'person' | 'device', committeeId: string): Promise<string> {
    const id = randomUUID();
    const names = [this.mark('account'), this.mark('account')];
    await this.owner.query(
      `INSERT INTO account (id, committee_id, login_name, display_name, kind, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, committeeId, ...names, kind],
    );
    return id;
  }

  async role(accountId: string, role: string, door: Door | null): Promise<string> {
    const id = randomUUID();
    await this.owner.query(
      `INSERT INTO role_grant (committee_id, id, account_id, unit_id, role, may_export, session_id, class_ids, valid, granted_at, granted_by)
       VALUES ($1, $2, $3, $1, $4, false, $5, $6, '[2020-01-01,2099-01-01)', now(), $7)`,
      [this.committeeId, id, accountId, role, door?.sessionId ?? null, door && [door.classId], this.clerkId],
    );
    return id;
  }

  async signIn(accountId: string, kind: 'browser' | 'token' | 'device'): Promise<string> {
    const id = randomUUID();
    const permissions = kind === 'token' ? ['unit.read'] : null;
    await this.owner.query(
      `INSERT INTO sign_in (token_hash, id, kind, account_id, committee_id, name, permissions, created_at, expires_at, proved_at,
                            seen_at, address, agent)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '1 day', now(), now(), '127.0.0.1', 'test')`,
      [randomBytes(32), id, kind, accountId, this.committeeId, this.mark('account'), permissions],
    );
    return id;
  }

  /** @returns the id of the passkey */
  async secondFactors(accountId: string): Promise<string> {
    const id = randomUUID();
    await this.owner.query(
      `INSERT INTO passkey (id, account_id, credential_id, name, public_key, counter, transports, added_at)
       VALUES ($1, $2, $3, $4, $5, 0, '{}', now())`,
      [id, accountId, this.mark('own'), this.mark('own'), randomBytes(32)],
    );
    await this.owner.query(`INSERT INTO recovery_code (account_id, hash, salt, made_at) VALUES ($1, $2, $3, now())`, [
      accountId,
      randomBytes(32),
      randomBytes(16),
    ]);
    // A secret names the key that sealed it: that of the numbers of members.
    await this.owner.query(
      `INSERT INTO totp (account_id, secret, made_at, confirmed_at, last_step)
       SELECT $1, s.sealed, now(), now(), 1 FROM member_secret s LIMIT 1`,
      [accountId],
    );
    return id;
  }

  /** A filter of the register that is the account's alone. */
  async savedFilter(accountId: string): Promise<string> {
    const id = randomUUID();
    await this.owner.query(
      `INSERT INTO saved_filter (committee_id, id, account_id, name, query, is_shared, created_at)
       VALUES ($1, $2, $3, $4, jsonb_build_object('search', $5::text), false, now())`,
      [this.committeeId, id, accountId, this.mark('own'), this.mark('own')],
    );
    return id;
  }

  /** An open invitation and a code for a door. */
  async links(accountId: string, { sessionId, classId }: Door): Promise<void> {
    await this.owner.query(
      `INSERT INTO invitation (token_hash, id, committee_id, account_id, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, now(), $5, now() + interval '1 day')`,
      [hash('sha256', this.mark('own'), 'buffer'), randomUUID(), this.committeeId, accountId, this.clerkId],
    );
    await this.owner.query(
      `INSERT INTO door_code (committee_id, code_hash, session_id, class_ids, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, now(), $5, now() + interval '1 day')`,
      [this.committeeId, randomBytes(32), sessionId, [classId], this.clerkId],
    );
  }

  async committeeBelow(): Promise<string> {
    const id = randomUUID();
    await this.owner.query('INSERT INTO unit (id, created_at) VALUES ($1, now())', [id]);
    await this.owner.query(
      `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
       SELECT $1::uuid, '[2000-01-01,)', $2, 'committee', $3::uuid, path || $1::text
         FROM unit_version WHERE unit_id = $3`,
      [id, `Đảng bộ dưới ${this.key}`, this.committeeId],
    );
    await this.owner.query(
      `INSERT INTO committee (id, body_name, superior_name, superior_body_name, place, document_code, signing_power, signer_post,
                              signer_name, recipients)
       SELECT $1, $2, superior_name, superior_body_name, place, document_code, signing_power, signer_post, 'Mẫu', '{}'
         FROM committee WHERE id = $3`,
      [id, `Đảng ủy dưới ${this.key}`, this.committeeId],
    );
    await this.owner.query(`INSERT INTO audit_head (committee_id, seq, hash) VALUES ($1, 0, $2)`, [
      id,
      Buffer.alloc(32),
    ]);
    await this.account('person', id);
    return id;
  }

  private mark(kind: 'account' | 'own'): string {
    const text = `qz${kind}${this.key}${(this.count += 1)}qz`;
    this.markers.push({ text, kind, committee: this.key });
    return text;
  }
}
