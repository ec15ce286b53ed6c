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
import { TreeOverTime1795000000016 } from './1795000000016-tree-over-time.js';

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
  TreeOverTime1795000000016,
];
