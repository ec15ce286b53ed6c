import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { type Permission, personsOnly } from '../platform/access/permissions.js';
import { permissionsOf } from '../platform/access/reach.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { dayAfter, startOfDay } from './calendar.js';
import { newSecret } from './secret.js';
import { SignIn } from './sign-in.entity.js';
import type { CreateTokenDto, IssuedTokenDto, OwnedTokenDto, TokenDto } from './token.dto.js';

const columns = `s.id, s.name, s.permissions, s.created_at AS "createdAt", ((s.expires_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1)::text AS until,
                 nullif(s.seen_at, s.created_at) AS "usedAt"`;
const holds = `s.kind = 'token' AND s.ended_at IS NULL AND s.expires_at > now()`;

/** Tokens of programs: sign-ins that their owner limits to a part of what he may, and to a time. */
@Injectable()
export class TokenService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** One's own tokens that hold, the newest first. */
  list({ accountId }: Actor): Promise<TokenDto[]> {
    return this.database.rows<TokenDto>(
      `SELECT ${columns} FROM sign_in s WHERE s.account_id = $1 AND ${holds} ORDER BY s.created_at DESC`,
      [accountId],
    );
  }

  /** It works in the committee in which its owner works now. */
  async issue(actor: Actor, dto: CreateTokenDto): Promise<IssuedTokenDto> {
    this.requireOwn(actor, dto.permissions);
    const day = today();
    if (dto.until < day || dto.until > yearAfter(day)) {
      throw new InvalidFieldError('until', 'Mã có hiệu lực ít nhất đến hết hôm nay và nhiều nhất một năm.');
    }
    const { secret: token, hash: tokenHash } = newSecret();
    const { accountId, committeeId } = actor;
    const { name, permissions } = dto;
    const createdAt = new Date();
    const expiresAt = startOfDay(dayAfter(dto.until));
    const id = uuidv7();
    await this.database.manager.insert(SignIn, {
      ...{ tokenHash, id, kind: 'token', accountId, committeeId, name, permissions, createdAt, expiresAt },
      ...{ provedAt: createdAt, seenAt: createdAt, address: actor.origin.address, agent: '' },
    });
    const subject = { kind: 'account', id: accountId };
    this.audit.record(actor, {
      action: 'token.issued',
      subject,
      values: { tokenId: id, name, permissions, expiresAt },
    });
    return { id, name, permissions, createdAt, until: dto.until, usedAt: null, token };
  }

  async endOwn(actor: Actor, id: string): Promise<void> {
    await this.end(actor, id, 's.account_id = $2', actor.accountId);
  }

  /** Tokens of the accounts that the committee looks after, for its administrators. */
  listAll({ committeeId }: Actor): Promise<OwnedTokenDto[]> {
    return this.database.rows<OwnedTokenDto>(
      `SELECT ${columns}, json_build_object('id', a.id, 'displayName', a.display_name) AS account
         FROM sign_in s JOIN account a ON a.id = s.account_id
        WHERE a.committee_id = $1 AND ${holds} ORDER BY a.display_name COLLATE vi_natural, s.created_at DESC`,
      [committeeId],
    );
  }

  async endAny(actor: Actor, id: string): Promise<void> {
    const ofCommittee = 's.account_id IN (SELECT a.id FROM account a WHERE a.committee_id = $2)';
    await this.end(actor, id, ofCommittee, actor.committeeId);
  }

  private async end(actor: Actor, id: string, whose: string, owner: string): Promise<void> {
    const [ended] = await this.database.rows<{ accountId: string; name: string }>(
      `UPDATE sign_in s SET ended_at = now() WHERE s.id = $1 AND ${whose} AND ${holds}
       RETURNING s.account_id AS "accountId", s.name`,
      [id, owner],
    );
    if (!ended) throw new NotFoundError('mã truy cập');
    const subject = { kind: 'account', id: ended.accountId };
    this.audit.record(actor, { action: 'token.ended', subject, values: { tokenId: id, name: ended.name } });
  }

  private requireOwn(actor: Actor, wished: Permission[]): void {
    const mine = new Set(permissionsOf(actor).filter((permission) => !personsOnly.has(permission)));
    const index = wished.findIndex((permission) => !mine.has(permission));
    if (index >= 0) throw new InvalidFieldError(`permissions[${index}]`, 'Không giao cho mã truy cập quyền này được.');
  }
}

/** The same day of next year; 29 February ends on the 28th. */
function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
}
