import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Succession, TwoCells } from './support/two-cells.js';

interface Entered {
  id: string;
}

let two: TwoCells;

beforeAll(async () => {
  two = await TwoCells.prepare();
});
beforeEach(() => two.anew());
afterAll(() => two.day.test.stop());

describe('a list of cells', () => {
  const plan = async (
    heldOn: string | null,
    cellIds: string[],
    session?: string,
  ): Promise<Entered & { sessionId: string }> => {
    const fields = { kind: 'study', title: 'Hội nghị học tập nghị quyết', mode: 'direct' };
    const sessionId = session ?? (await two.day.make<Entered>('POST', '/sessions', fields)).id;
    const sittings = heldOn ? [{ heldOn, startsAt: '08:00', endsAt: '11:00' }] : [];
    const body = { mode: 'direct', venue: 'Hội trường', cellIds, sittings };
    return { ...(await two.day.make<Entered>('POST', `/sessions/${sessionId}/classes`, body)), sessionId };
  };
  const cellsOf = async ({ id, sessionId }: Entered & { sessionId: string }): Promise<string[] | undefined> => {
    const { classes } = await two.day.make<{ classes: (Entered & { cellIds: string[] })[] }>(
      'GET',
      `/sessions/${sessionId}`,
    );
    return classes.find((one) => one.id === id)?.cellIds;
  };

  it('follows: classes that are held from that day on, and the group; earlier classes and those without a day stay', async () => {
    const group = { name: `Khối thử ${two.round}`, cellIds: [two.three, two.four] };
    await two.day.make('POST', '/cell-groups', group);
    const both = [two.day.cell(0), two.three, two.four];
    const [early, late, none] = [
      await plan('2026-09-30', both),
      await plan('2026-10-01', both),
      await plan(null, both),
    ];
    const second = await plan('2026-10-02', [two.four], late.sessionId);
    const done = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    const to = done.receiving[0]?.id ?? '';
    expect(done.classes.map(({ effect, isDouble }) => [effect, isDouble])).toEqual([
      ['stays', false],
      ['follows', true],
      ['follows', true],
      ['undated', false],
    ]);
    expect([await cellsOf(early), await cellsOf(none)]).toEqual([both, both]);
    expect([await cellsOf(late), await cellsOf(second)]).toEqual([[two.day.cell(0), to], [to]]);
    const groups = await two.day.make<{ name: string; cellIds: string[] }[]>('GET', '/cell-groups');
    expect(groups.find(({ name }) => name === group.name)?.cellIds).toEqual([two.three, to, two.four]);
    await two.day.make('DELETE', `/units/changes/${done.changeId}`);
    expect([await cellsOf(late), await cellsOf(second)]).toEqual([both, [two.four]]);
  });

  it('follows a split: people stay in the class of their cell', async () => {
    const late = await plan('2026-10-01', [two.three, two.four]);
    const parts = [{ name: two.name('Chi bộ 3A'), memberIds: [two.people.an] }];
    const split = { cellId: two.three, on: '2026-10-01', ends: false, parts };
    const done = await two.day.make<Succession>('POST', '/units/split', split);
    expect(await cellsOf(late)).toEqual([two.three, done.receiving[0]?.id, two.four]);
    await two.day.make('POST', `/sessions/${late.sessionId}/summons`);
    const roll = await two.day.make<{ people: { memberId: string; cellName: string }[] }>(
      'GET',
      `/classes/${late.id}/roll`,
    );
    expect(roll.people).toContainEqual(expect.objectContaining({ memberId: two.people.an, cellName: parts[0]?.name }));
  });
});
