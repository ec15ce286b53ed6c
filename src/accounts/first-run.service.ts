import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../platform/database/database.js';
import { CommitteeService } from '../organisation/committee.service.js';
import { Account } from './account.entity.js';
import { FirstRunDoneError } from './accounts.errors.js';
import type { FirstRunDto, FirstRunStateDto } from './first-run.dto.js';
import { hashPassword } from './password.js';

const FIRST_RUN_LOCK = 7_310_001;

/** The one call that needs no account: the committee and its first account, once. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly database: Database,
    private readonly committees: CommitteeService,
  ) {}

  async state(): Promise<FirstRunStateDto> {
    return { isFirstRun: await this.committees.isFirstRun(), bodyName: await this.committees.nameAtDoor() };
  }

  async run(dto: FirstRunDto): Promise<Account> {
    const passwordHash = await hashPassword(dto.account.password);
    return this.database.transaction(async () => {
      await this.database.rows('SELECT pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
      if (!(await this.committees.isFirstRun())) throw new FirstRunDoneError();
      const { name, foundedOn, ...committee } = dto.committee;
      const committeeId = uuidv7();
      await this.committees.create({ ...committee, id: committeeId, undoSeconds: 300 }, name, foundedOn);
      const { loginName, displayName } = dto.account;
      const account = {
        id: uuidv7(),
        committeeId,
        loginName,
        displayName,
        passwordHash,
        createdAt: new Date(),
        disabledAt: null,
      };
      await this.database.manager.insert(Account, account);
      return account;
    });
  }
}
