import type { Actor } from '../platform/access/actor.js';
import type { AuditEvent, AuditSubject } from '../platform/audit/audit-trail.js';
import type { MemberQuery } from './list/member-filter.dto.js';
import type { CreateMemberDto } from './member.dto.js';

export const subjectOf = (id: string): AuditSubject => ({ kind: 'member', id });

/** One member with what was entered of him, but for his sealed numbers; of many, who they are: the register itself holds what was entered. */
export function entered({ committeeId }: Actor, ids: readonly string[], dtos: readonly CreateMemberDto[]): AuditEvent {
  const [id] = ids;
  if (id && ids.length === 1) {
    const { citizenNumber: _citizen, phone: _phone, ...values } = dtos[0] ?? {};
    return { action: 'member.entered', subject: subjectOf(id), values };
  }
  const values = { count: ids.length, memberIds: ids };
  return { action: 'members.entered', subject: { kind: 'committee', id: committeeId }, values };
}

/** What was asked for, not which page of it: who turns pages reads one list. @param count of all pages */
export function listed({ committeeId }: Actor, query: MemberQuery, count: number): AuditEvent {
  const { page: _page, pageSize: _size, ...filter } = query;
  const values = { ...filter, count };
  return { action: 'members.listed', subject: { kind: 'committee', id: committeeId }, values };
}
