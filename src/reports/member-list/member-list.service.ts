import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MemberFilter } from '../../members/list/member-filter.dto.js';
import { MemberListService } from '../../members/list/member-list.service.js';
import { CommitteeService } from '../../organisation/committee.service.js';
import { UnitService } from '../../organisation/unit.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Environment } from '../../platform/config/environment.js';
import { today } from '../../platform/database/today.js';
import { DomainError, NotFoundError } from '../../platform/errors/domain-error.js';
import { oneOf, render, type ReportFile } from '../report-file.js';
import { loadWording, wordingFolder } from '../wording/load-wording.js';
import { conditionsInWords } from './conditions-in-words.js';
import { buildMemberList, type MemberListData, memberListShape } from './member-list.js';
import type { MemberListPaperQuery } from './member-list.dto.js';

/** Of one paper: some 250 pages. */
const MOST = 10_000;

class TooLongListError extends DomainError {
  constructor() {
    const sentence = `Danh sách dài quá 10.000 người, không in một lần được. Xin lọc bớt rồi in từng phần.`;
    super('paper.too-long', 'conflict', sentence);
  }
}

/** The list of the register on paper. */
@Injectable()
export class MemberListPaperService {
  constructor(
    private readonly lists: MemberListService,
    private readonly committees: CommitteeService,
    private readonly units: UnitService,
    private readonly environment: Environment,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFoundError where nobody belongs to the filter, TooLongListError */
  async list(actor: Actor, format: string, query: MemberListPaperQuery): Promise<ReportFile> {
    const { purpose = 'download', ...filter } = query;
    const chosen = oneOf(format, ['pdf', 'docx', 'xlsx']);
    const wording = await loadWording(wordingFolder(this.environment.REPORTS_DIR), 'member-list', memberListShape);
    const data = await this.dataOf(actor, filter);
    const file = await render(buildMemberList(data, wording), chosen, data.printedOn, 'danh-sach-dang-vien');
    const values = {
      ...filter,
      ...{ count: data.members.length, format: chosen, file: file.fileName, sha256: hash('sha256', file.bytes) },
    };
    const action = purpose === 'print' ? 'members.printed' : 'members.downloaded';
    this.audit.record(actor, { action, subject: { kind: 'committee', id: actor.committeeId }, values });
    return file;
  }

  private async dataOf(actor: Actor, filter: MemberFilter): Promise<MemberListData> {
    const printedOn = today();
    const asOf = filter.asOf ?? printedOn;
    const members = await this.lists.everybody(actor, filter, MOST + 1);
    // Before a unit is named: who asks for what lies beyond his reach learns not even its name.
    if (members.length === 0) throw new NotFoundError('đảng viên nào khớp với bộ lọc');
    if (members.length > MOST) throw new TooLongListError();
    const nameOf = async (id: string | undefined): Promise<string | null> =>
      id ? (await this.units.asOf(actor, id, asOf)).name : null;
    const names = { cell: await nameOf(filter.cellId), unit: await nameOf(filter.unitId) };
    const conditions = conditionsInWords(filter, names);
    const committee = await this.committees.get(actor, asOf);
    return { committee, members, asOf, conditions, printedOn, author: actor.displayName };
  }
}
