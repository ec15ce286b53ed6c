import { Text1795000000001 } from './1795000000001-text.js';
import { Organisation1795000000002 } from './1795000000002-organisation.js';
import { Members1795000000003 } from './1795000000003-members.js';
import { Accounts1795000000004 } from './1795000000004-accounts.js';
import { Sessions1795000000005 } from './1795000000005-sessions.js';
import { Attendance1795000000006 } from './1795000000006-attendance.js';

/** Every step of the schema, in the order in which it is taken. Named one by one: globs break under a bundler. */
export const migrations = [
  Text1795000000001,
  Organisation1795000000002,
  Members1795000000003,
  Accounts1795000000004,
  Sessions1795000000005,
  Attendance1795000000006,
];
