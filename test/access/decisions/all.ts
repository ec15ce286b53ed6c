import type { Decisions } from '../support/decision.js';
import { accounts } from './accounts.js';
import { attendance } from './attendance.js';
import { imports } from './imports.js';
import { memberCourse } from './member-course.js';
import { members } from './members.js';
import { organisation } from './organisation.js';
import { personalData } from './personal-data.js';
import { reports } from './reports.js';
import { sessions } from './sessions.js';
import { signIns } from './sign-ins.js';
import { trail } from './trail.js';

/**
 * Who may do what, operation by operation: the second opinion beside src/platform/access/permissions.ts, written without it.
 *
 * A new operation needs one entry under its operationId (`Controller_method`) in the file of its module; a new module one
 * line here. An entry says
 *   may   which roles, and how far: `whole`, `part` or `door` (decision.ts has sets of roles that go together);
 *   path  of what kind the ids of its path are, `body` those of its body and query, so that the walk knows where they lie;
 *   ask   the request. Ids of the path come from `at`, those of body and query from `of`: the walk asks with every place of
 *         the world in either part, and mixes them.
 * What else differs stands in `refusals`, `beyond`, `isExport`, `inPerson`, `isByCell`, `alsoTells`; a matter of judgement in `remark`.
 * If a new object is needed in the requests, give `Place` its id and let CommitteeBuilder make it, with marked texts.
 */
export const decisions: Decisions = {
  ...organisation,
  ...members,
  ...memberCourse,
  ...imports,
  ...sessions,
  ...attendance,
  ...reports,
  ...signIns,
  ...accounts,
  ...trail,
  ...personalData,
};
