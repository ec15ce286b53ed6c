import { v5 as uuidv5 } from 'uuid';
import type { ApiClient } from './api-client.js';
import type { DemoAttendance, DemoMember, DemoWard } from './ward/ward.types.js';

interface Created {
  id: string;
}

interface CreatedClass extends Created {
  sittings: Created[];
}

/** Ids of what was planted, by the keys of the ward. */
interface Planted {
  cells: Map<string, string>;
  members: Map<string, string>;
}

// Any fixed id: marks that are planted twice carry the same ids and so are planted once.
const MARKS = 'f0ce5a0e-9d0b-4f6e-8a5a-2b9f6f1f7c11';

/** Brings the ward into an empty system through the API, as an office would: register, plan, roll, marks, closing. */
export async function plantWard(api: Pick<ApiClient, 'send'>, ward: DemoWard): Promise<string> {
  const planted = await plantRegister(api, ward);
  const { id: sessionId } = await plantPlan(api, ward);
  const sittings = await plantClasses(api, ward, sessionId, planted.cells);
  await api.send('POST', `/sessions/${sessionId}/summons`);
  await plantMarks(api, ward, sittings, planted.members);
  for (const { classId } of sittings.values()) await api.send('POST', `/classes/${classId}/closing`);
  return sessionId;
}

/** Cells, groups and members alone: what an office has before it plans anything. */
export async function plantRegister(api: Pick<ApiClient, 'send'>, ward: DemoWard): Promise<Planted> {
  const cells = new Map<string, string>();
  for (const { key, name, kind, foundedOn } of ward.cells) {
    const category = { residential: 'Tổ dân phố', police: 'Công an', school: 'Trường học' }[kind];
    cells.set(key, (await api.send<Created>('POST', '/units', { name, kind: 'cell', category, foundedOn })).id);
  }
  for (const { name, cellKeys } of ward.groups) {
    await api.send('POST', '/cell-groups', { name, cellIds: cellKeys.map((key) => cells.get(key)) });
  }
  const body = { members: ward.members.map((member) => memberBody(member, cells)) };
  const { ids } = await api.send<{ ids: string[] }>('POST', '/members/batch', body);
  return { cells, members: new Map(ward.members.map(({ key }, index) => [key, ids[index] ?? ''])) };
}

function memberBody(member: DemoMember, cells: Map<string, string>): object {
  const { fullName, sex, birthDate, birthYear, cardNumber, admittedOn, officialOn, office, officeSince, exemptions } =
    member;
  return {
    ...{ fullName, sex, birthDate, birthYear, cardNumber, admittedOn, officialOn, exemptions },
    memberships: [{ cellId: cells.get(member.cellKey), kind: 'official', from: member.inCellSince }],
    aways: member.aways.map(({ from, to, where }) => ({ from, to, place: where })),
    offices: office && officeSince ? [{ title: office, from: officeSince }] : [],
  };
}

async function plantPlan(api: Pick<ApiClient, 'send'>, { resolution, session }: DemoWard): Promise<Created> {
  const { id } = await api.send<Created>('POST', '/resolutions', resolution);
  const { title, mode, basis, attendanceRule, isLeftEarlyPresent, presenters, delegates, guests, narrative } = session;
  return api.send<Created>('POST', '/sessions', {
    ...{
      kind: 'study',
      title,
      mode,
      basis,
      attendanceRule,
      isLeftEarlyPresent,
      presenters,
      delegates,
      guests,
      narrative,
    },
    resolutionIds: [id],
  });
}

type Places = Map<number, { classId: string; sittingIds: string[] }>;

async function plantClasses(
  api: Pick<ApiClient, 'send'>,
  ward: DemoWard,
  sessionId: string,
  cells: Map<string, string>,
): Promise<Places> {
  const places: Places = new Map();
  for (const { number, name, mode, venue, capacity, cellKeys, sittings } of ward.classes) {
    const created = await api.send<CreatedClass>('POST', `/sessions/${sessionId}/classes`, {
      ...{ name, mode, venue, capacity, sittings },
      cellIds: cellKeys.map((key) => cells.get(key)),
    });
    places.set(number, { classId: created.id, sittingIds: created.sittings.map(({ id }) => id) });
  }
  return places;
}

async function plantMarks(
  api: Pick<ApiClient, 'send'>,
  ward: DemoWard,
  places: Places,
  members: Map<string, string>,
): Promise<void> {
  for (const [number, { sittingIds }] of places) {
    const ofClass = ward.attendance.filter(({ classNumber }) => classNumber === number);
    for (const sittingId of sittingIds) {
      const marks = ofClass.flatMap((attendance) =>
        marksOf(attendance, sittingId, members.get(attendance.memberKey) ?? ''),
      );
      await api.send('POST', `/sittings/${sittingId}/marks`, { marks });
    }
  }
}

function marksOf(
  { outcome, reason, method, takenAt, leftAt }: DemoAttendance,
  sittingId: string,
  memberId: string,
): object[] {
  const mark = (kind: string, at: string) => ({
    ...{ id: uuidv5(`${sittingId} ${memberId} ${kind}`, MARKS), memberId, kind, reason, method, takenAt: at },
  });
  return [mark(outcome, takenAt), ...(leftAt ? [mark('left-early', leftAt)] : [])];
}
