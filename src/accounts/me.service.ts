import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { CommitteeService } from '../organisation/committee.service.js';
import { Account } from './account.entity.js';
import { WrongCredentialsError } from './accounts.errors.js';
import { agentWords } from './agent-words.js';
import { requireBrowser } from './browser-only.js';
import type { ChangePasswordDto, MySignInDto } from './me.dto.js';
import { hashPassword } from './password.js';
import { PasswordProof } from './password-proof.js';
import { requireGoodPassword } from './password-rules.js';
import { SignIn } from './sign-in.entity.js';
import { WrongOldPasswordError } from './sign-in.errors.js';
import { type Opened, SignInService } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

/** One's own account. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly committees: CommitteeService,
    private readonly passwords: PasswordProof,
    private readonly signIns: SignInService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Ends the account's other browsers; this one goes on with another token. Tokens of programs are not touched: they were
   * given by themselves and are ended by themselves. Outside of any transaction: a wrong old password stays counted.
   * @throws WrongOldPasswordError, InvalidFieldError
   */
  async changePassword(actor: Actor, dto: ChangePasswordDto, visitor: Visitor): Promise<Opened> {
    requireBrowser(actor);
    const { accountId, loginName, displayName } = actor;
    await this.requireOld(loginName, dto.oldPassword, visitor);
    const { bodyName } = await this.database.transaction(() => this.committees.atDoor());
    const owner = { loginName, displayName, bodyName: bodyName ?? undefined };
    requireGoodPassword(dto.newPassword, owner, 'newPassword');
    const passwordHash = await hashPassword(dto.newPassword);
    return this.database.transaction(async () => {
      await this.database.manager.update(Account, { id: accountId }, { passwordHash });
      const ended = await this.endOthers(actor, 'browser');
      const subject = { kind: 'account', id: accountId };
      this.audit.record(actor, { action: 'account.password-changed', subject, values: { ended } });
      return this.signIns.renew(actor);
    });
  }

  async listSignIns({ accountId, signInId }: Actor): Promise<MySignInDto[]> {
    const where = { accountId, endedAt: IsNull(), expiresAt: MoreThan(new Date()) };
    const found = await this.database.manager.find(SignIn, { where, order: { seenAt: 'DESC' } });
    return found.map(({ id, kind, name, agent, address, createdAt, seenAt }) => ({
      ...{ id, kind, name, address, createdAt, seenAt, agent: agentWords(agent), isThis: id === signInId },
    }));
  }

  async endSignIn(actor: Actor, id: string): Promise<void> {
    const where = { id, accountId: actor.accountId, endedAt: IsNull() };
    const { affected } = await this.database.manager.update(SignIn, where, { endedAt: new Date() });
    if (affected !== 1) throw new NotFoundError('lần đăng nhập');
    const subject = { kind: 'account', id: actor.accountId };
    this.audit.record(actor, { action: 'sign-in.ended', subject, values: { signInId: id } });
  }

  /** All but this one: browsers, and tokens too. */
  async endOtherSignIns(actor: Actor): Promise<void> {
    requireBrowser(actor);
    const ended = await this.endOthers(actor);
    const subject = { kind: 'account', id: actor.accountId };
    this.audit.record(actor, { action: 'sign-in.others-ended', subject, values: { ended } });
  }

  private async endOthers({ accountId, signInId }: Actor, kind?: 'browser'): Promise<number> {
    const where = { accountId, id: Not(signInId), endedAt: IsNull(), ...(kind && { kind }) };
    const { affected } = await this.database.manager.update(SignIn, where, { endedAt: new Date() });
    return affected ?? 0;
  }

  private async requireOld(loginName: string, password: string, visitor: Visitor): Promise<void> {
    try {
      await this.passwords.require(loginName, password, visitor);
    } catch (reason) {
      throw reason instanceof WrongCredentialsError ? new WrongOldPasswordError() : reason;
    }
  }
}
