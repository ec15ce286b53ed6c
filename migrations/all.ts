import { Text1795000000001 } from './1795000000001-text.js';
import { Organisation1795000000002 } from './1795000000002-organisation.js';
import { Members1795000000003 } from './1795000000003-members.js';
import { Accounts1795000000004 } from './1795000000004-accounts.js';
import { Sessions1795000000005 } from './1795000000005-sessions.js';
import { Attendance1795000000006 } from './1795000000006-attendance.js';
import { Roles1795000000007 } from './1795000000007-roles.js';
import { ClosureEntries1795000000008 } from './1795000000008-closure-entries.js';
import { Audit1795000000009 } from './1795000000009-audit.js';
import { RowSecurity1795000000010 } from './1795000000010-row-security.js';
import { AccountsOfACommittee1795000000011 } from './1795000000011-accounts-of-a-committee.js';
import { Credentials1795000000012 } from './1795000000012-credentials.js';
import { SealedFields1795000000013 } from './1795000000013-sealed-fields.js';
import { PersonalData1795000000014 } from './1795000000014-personal-data.js';
import { Files1795000000015 } from './1795000000015-files.js';
import { TreeOverTime1795000000016 } from './1795000000016-tree-over-time.js';
import { TotpKey1795000000017 } from './1795000000017-totp-key.js';
import { RowsOfAMember1795000000020 } from './1795000000020-rows-of-a-member.js';
import { MemberSearch1795000000024 } from './1795000000024-member-search.js';
import { SavedFilters1795000000025 } from './1795000000025-saved-filters.js';
import { ImportsTakenBack1795000000019 } from './1795000000019-imports-taken-back.js';
import { RegisterImports1795000000018 } from './1795000000018-register-imports.js';
import { MembershipByMember1795000000026 } from './1795000000026-membership-by-member.js';
import { AuditReading1795000000031 } from './1795000000031-audit-reading.js';
import { Borders1795000000040 } from './1795000000040-borders.js';
import { SecondFactorsOfAccounts1795000000041 } from './1795000000041-second-factors-of-accounts.js';
import { StepsOfMembers1795000000042 } from './1795000000042-steps-of-members.js';
import { MergedMembers1795000000043 } from './1795000000043-merged-members.js';
import { RollByItsKey1795000000044 } from './1795000000044-roll-by-its-key.js';
import { RegisterCounted1795000000045 } from './1795000000045-register-counted.js';
import { SmallTablesCounted1795000000046 } from './1795000000046-small-tables-counted.js';

/** Every step of the schema, in the order in which it is taken. Named one by one: globs break under a bundler. */
export const migrations = [
  Text1795000000001,
  Organisation1795000000002,
  Members1795000000003,
  Accounts1795000000004,
  Sessions1795000000005,
  Attendance1795000000006,
  Roles1795000000007,
  ClosureEntries1795000000008,
  Audit1795000000009,
  RowSecurity1795000000010,
  AccountsOfACommittee1795000000011,
  Credentials1795000000012,
  SealedFields1795000000013,
  PersonalData1795000000014,
  Files1795000000015,
  TreeOverTime1795000000016,
  TotpKey1795000000017,
  RegisterImports1795000000018,
  ImportsTakenBack1795000000019,
  RowsOfAMember1795000000020,
  MemberSearch1795000000024,
  SavedFilters1795000000025,
  MembershipByMember1795000000026,
  AuditReading1795000000031,
  Borders1795000000040,
  SecondFactorsOfAccounts1795000000041,
  StepsOfMembers1795000000042,
  MergedMembers1795000000043,
  RollByItsKey1795000000044,
  RegisterCounted1795000000045,
  SmallTablesCounted1795000000046,
];
