import { Account } from './accounts/account.entity.js';
import { DoorCode } from './accounts/door-code.entity.js';
import { Invitation } from './accounts/invitation.entity.js';
import { RoleGrant } from './accounts/role-grant.entity.js';
import { Passkey, PasskeyChallenge, PendingSignIn, RecoveryCode, Totp } from './accounts/second-factor.entity.js';
import { SignIn } from './accounts/sign-in.entity.js';
import { ClassClosure, ClosureEntry, Mark, MarkConflict, RollEntry } from './attendance/attendance.entity.js';
import { Away, Exemption, Member, MemberOffice, Membership } from './members/member.entity.js';
import { SavedFilter } from './members/list/saved-filter.entity.js';
import { MemberSecret } from './members/member-secret.entity.js';
import { MemberStep } from './members/steps/member-step.entity.js';
import { MemberDistinction, MemberMerge } from './members/twins/member-merge.entity.js';
import { MembershipMove } from './members/membership-move.entity.js';
import { CellGroup, CellGroupCell } from './organisation/cell-group.entity.js';
import { Committee } from './organisation/committee.entity.js';
import { CellListChange, UnitChange, UnitChangePart } from './organisation/unit-change.entity.js';
import { UnitVersion } from './organisation/unit-version.entity.js';
import { Unit } from './organisation/unit.entity.js';
import { AuditEntry, AuditHead, AuditValue } from './platform/audit/audit-entry.entity.js';
import { DataRequest } from './personal-data/data-request.entity.js';
import { DataRules } from './personal-data/data-rules.entity.js';
import {
  ImportBefore,
  ImportMemory,
  ImportPart,
  ImportRow,
  RegisterImport,
} from './register-import/register-import.entity.js';
import { KnownKey } from './platform/encryption/field-key.entity.js';
import { StoredFile, StoredFilePart } from './files/stored-file.entity.js';
import { ResolutionFile } from './resolutions/resolution-file.entity.js';
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
  MemberStep,
  MemberMerge,
  MemberDistinction,
  SavedFilter,
  Exemption,
  Away,
  MemberOffice,
  MemberSecret,
  RegisterImport,
  ImportPart,
  ImportRow,
  ImportBefore,
  ImportMemory,
  Account,
  SignIn,
  PendingSignIn,
  Totp,
  Passkey,
  PasskeyChallenge,
  RecoveryCode,
  RoleGrant,
  Invitation,
  DoorCode,
  AuditEntry,
  AuditValue,
  AuditHead,
  StoredFile,
  StoredFilePart,
  Resolution,
  ResolutionFile,
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
  KnownKey,
  DataRequest,
  DataRules,
];
