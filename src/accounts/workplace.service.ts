import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { WorkplaceDto } from './founding.dto.js';
import { SignIn } from './sign-in.entity.js';

/** Where an account can work: the committee that looks after it, and those below the units of its roles. */
@Injectable()
export class WorkplaceService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Its home first, then by name. */
  list({ committeeId }: Actor): Promise<WorkplaceDto[]> {
    return this.database.rows<WorkplaceDto>(
      `SELECT id, name, body_name AS "bodyName", is_home AS "isHome", id = $2 AS "isCurrent"
         FROM committees_of_account($1) ORDER BY is_home DESC, name COLLATE vi_natural`,
      [today(), committeeId],
    );
  }

  /**
   * From the next request on this sign-in works there. Who is looked at from above is told so: the entry stands in the
   * trail of the committee that is entered.
   * @throws NotFoundError where the account has no role that reaches there
   */
  async move(actor: Actor, committeeId: string): Promise<void> {
    if (!(await this.list(actor)).some(({ id }) => id === committeeId)) throw new NotFoundError('đảng bộ');
    if (committeeId === actor.committeeId) return;
    const { accountId, signInId: id } = actor;
    await this.database.inScope(wholeCommittee(committeeId, accountId), async () => {
      await this.database.manager.update(SignIn, { id }, { committeeId });
      const values = { from: actor.committeeId };
      const subject = { kind: 'account', id: accountId };
      this.audit.record({ ...actor, committeeId }, { action: 'committee.entered', subject, values });
    });
  }
}
