import { Account } from './accounts/account.entity.js';
import { RoleGrant } from './accounts/role-grant.entity.js';
import { SignIn } from './accounts/sign-in.entity.js';
import { ClassClosure, ClosureEntry, Mark, MarkConflict, RollEntry } from './attendance/attendance.entity.js';
import { Away, Exemption, Member, MemberOffice, Membership } from './members/member.entity.js';
import { MembershipMove } from './members/membership-move.entity.js';
import { CellGroup, CellGroupCell } from './organisation/cell-group.entity.js';
import { Committee } from './organisation/committee.entity.js';
import { CellListChange, UnitChange, UnitChangePart } from './organisation/unit-change.entity.js';
import { UnitVersion } from './organisation/unit-version.entity.js';
import { Unit } from './organisation/unit.entity.js';
import { AuditEntry, AuditHead, AuditValue } from './platform/audit/audit-entry.entity.js';
import { Resolution } from './resolutions/resolution.entity.js';
import { ClassCell, SessionClass, Sitting } from './sessions/session-class.entity.js';
import { Delegate, Guest, Presenter, SessionResolution } from './sessions/session-part.entity.js';
import { Session } from './sessions/session.entity.js';

/** Every entity, named one by one: globs break under a bundler. */
export const entities = [
  Unit,
  UnitVersion,
  UnitChange,
  UnitChangePart,
  CellListChange,
  Committee,
  CellGroup,
  CellGroupCell,
  Member,
  Membership,
  MembershipMove,
  Exemption,
  Away,
  MemberOffice,
  Account,
  SignIn,
  RoleGrant,
  AuditEntry,
  AuditValue,
  AuditHead,
  Resolution,
  Session,
  SessionResolution,
  Presenter,
  Delegate,
  Guest,
  SessionClass,
  ClassCell,
  Sitting,
  RollEntry,
  Mark,
  MarkConflict,
  ClassClosure,
  ClosureEntry,
];
