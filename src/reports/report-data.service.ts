import { Injectable } from '@nestjs/common';
import { RollService, type ClassRoll } from '../attendance/roll.service.js';
import type { PersonOnRoll } from '../attendance/roll.types.js';
import { tally } from '../attendance/tally.js';
import { CommitteeService } from '../organisation/committee.service.js';
import type { Actor } from '../platform/access/actor.js';
import { today } from '../platform/database/today.js';
import type { SessionDto } from '../sessions/session.dto.js';
import { narrativeParts } from '../sessions/session.entity.js';
import { SessionService } from '../sessions/session.service.js';
import type { CellData, ClassData, SessionReportData } from './report-data.js';

/** Gathers what the reports of a session say. It counts nobody: every figure is the tally's. */
@Injectable()
export class ReportDataService {
  constructor(
    private readonly committees: CommitteeService,
    private readonly sessions: SessionService,
    private readonly rolls: RollService,
  ) {}

  async ofSession(actor: Actor, sessionId: string, reportedOn = today()): Promise<SessionReportData> {
    const session = await this.sessions.get(actor, sessionId);
    const rolls = await this.rolls.ofSession(actor, session);
    const firstDay = session.classes.flatMap(({ sittings }) => sittings.map(({ heldOn }) => heldOn)).sort()[0];
    // The committee is named as it stood on the day of the session: a later renaming changes no old paper.
    const {
      id: _id,
      undoSeconds: _undo,
      showsNamesAbove: _above,
      demandsSecondFactor: _demands,
      ...committee
    } = await this.committees.get(actor, firstDay);
    const { resolutions, presenters, delegates, guests } = session;
    return {
      ...{ committee, resolutions, presenters, delegates },
      session: sessionData(session),
      guests: guests.map(({ category, count }) => ({ category, count: count ?? null })),
      classes: rolls.map(classData),
      tally: tally(rolls.flatMap(({ people }) => people)),
      reportedOn,
      // The day, not the second: the same data give the same bytes.
      createdAt: new Date(`${reportedOn}T00:00:00Z`),
      author: actor.displayName,
    };
  }
}

function sessionData({ id, title, mode, basis, narrative }: SessionDto): SessionReportData['session'] {
  const written = Object.fromEntries(narrativeParts.map((part) => [part, narrative[part] ?? '']));
  return { id, title, mode, basis, narrative: written as Record<(typeof narrativeParts)[number], string> };
}

function classData({ class: one, revision, people }: ClassRoll): ClassData {
  const { id, number, name, mode, venue, sittings, closedAt } = one;
  const cells = [...Map.groupBy(people, ({ cellId }) => cellId).values()].flatMap(cellData);
  return {
    id,
    number,
    name,
    mode,
    venue,
    sittings,
    revision,
    closedAt: closedAt?.toISOString() ?? null,
    tally: tally(people),
    cells,
  };
}

function cellData(people: PersonOnRoll[]): CellData[] {
  const [first] = people;
  if (!first) return [];
  const members = people.map(({ memberId, fullName, birthYear, office, standing, duty, attendance, leftEarly }) => ({
    ...{ id: memberId, fullName, birthYear, office, standing, duty, attendance, leftEarly },
  }));
  return [{ id: first.cellId, name: first.cellName, group: first.groupName, tally: tally(people), members }];
}
