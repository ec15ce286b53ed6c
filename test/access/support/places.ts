import { randomUUID } from 'node:crypto';

export type CommitteeKey = 'city' | 'ward' | 'sister' | 'foreign';

/**
 * Ids of one place of each kind. `a1` and `b1` are cells of the ward: a1 lies in its sub-committee and studies in class A, b1
 * directly below the ward and studies in class B of the same session. City, sister and foreign have one cell each.
 */
export interface Place extends BuiltPlace, OfficeIds {
  /** Of a list that was checked. */
  importId: string;
}

/** What administrators look after; one of each in a committee. */
export interface OfficeIds {
  /** Of a person with one role, an open invitation, a passkey; nobody of the walk. */
  accountId: string;
  roleId: string;
  /** Its sign-ins: a browser's and a token. */
  signInId: string;
  tokenId: string;
  passkeyId: string;
  deviceId: string;
  /** Of the register, saved for himself by the person. */
  filterId: string;
  /** Founded below the committee; nobody there has signed in yet. */
  waitingCommitteeId: string;
}

/** What its clerk builds. */
export interface BuiltPlace {
  /** Its cell as markers name it: `a1`. */
  cell: string;
  committee: CommitteeKey | 'unknown';
  committeeId: string;
  /** The unit right above the cell. */
  parentId: string;
  cellId: string;
  /** A cell without members, beside the other one. */
  emptyCellId: string;
  /** The founding of that one. */
  changeId: string;
  memberId: string;
  /** What was recorded of `memberId` last. */
  stepId: string;
  /** Of two entries of the cell that were made one. */
  mergeId: string;
  /** Probationary. */
  otherMemberId: string;
  /** Of `memberId`. */
  citizenNumber: string;
  /** Of `memberId`: to view what is held, and to have it erased. */
  requestId: string;
  erasureRequestId: string;
  groupId: string;
  resolutionId: string;
  spareResolutionId: string;
  /** A text of `resolutionId`. */
  fileId: string;
  /** Held today, with a roll; two classes in the ward. */
  sessionId: string;
  classId: string;
  sittingId: string;
  /** A standing mark of `memberId`. */
  markId: string;
  /** In which the same mark came with another content. */
  conflictId: string;
  /** Of sessions held long ago: all marked. */
  closedClassId: string;
  reopenedClassId: string;
  /** Not summoned yet. */
  plannedSessionId: string;
  plannedClassId: string;
}

/** A place that is nowhere: what lies beyond reach must be answered like it. */
export function unknownPlace(): Place {
  const ids = {
    ...{ committeeId: randomUUID(), parentId: randomUUID(), cellId: randomUUID(), emptyCellId: randomUUID() },
    ...{ changeId: randomUUID(), stepId: randomUUID(), mergeId: randomUUID() },
    ...{ memberId: randomUUID(), otherMemberId: randomUUID(), groupId: randomUUID(), resolutionId: randomUUID() },
    ...{ spareResolutionId: randomUUID(), sessionId: randomUUID(), classId: randomUUID(), sittingId: randomUUID() },
    ...{ markId: randomUUID(), conflictId: randomUUID(), closedClassId: randomUUID(), reopenedClassId: randomUUID() },
    ...{ plannedSessionId: randomUUID(), plannedClassId: randomUUID(), fileId: randomUUID(), filterId: randomUUID() },
    ...{ requestId: randomUUID(), erasureRequestId: randomUUID(), citizenNumber: '001099999999' },
    ...{ accountId: randomUUID(), roleId: randomUUID(), signInId: randomUUID(), tokenId: randomUUID() },
    ...{ passkeyId: randomUUID(), deviceId: randomUUID(), waitingCommitteeId: randomUUID() },
    importId: randomUUID(),
  };
  return { cell: 'unknown', committee: 'unknown', ...ids };
}

/**
 * What a text tells. `people`: what a roll says of a person; `register`: what only the register says; `unit`: name and id of
 * a cell or group; `class`: venue and topics; `door-plan`: the session of today; `plan`: other sessions and resolutions;
 * `narrative`: what the office writes for its report; `closing`: why a roll was reopened; `committee`: who signs for it;
 * `account`: accounts, tokens, devices; `request`: what members ask about their data; `secret`: numbers that are sealed; `own`:
 * what is nobody's but its owner's.
 */
export type MarkerKind =
  | 'people'
  | 'register'
  | 'unit'
  | 'class'
  | 'door-plan'
  | 'plan'
  | 'narrative'
  | 'closing'
  | 'committee'
  | 'account'
  | 'request'
  | 'secret'
  | 'own';

/** A text that occurs in one place of the world only. */
export interface Marker {
  text: string;
  kind: MarkerKind;
  committee: CommitteeKey;
  /** Where it belongs to one cell. */
  cell?: string;
  /** Where it belongs to one class of the session of today. */
  hall?: string;
}
