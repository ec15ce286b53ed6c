/** How the clerk of a committee writes, and marks what he writes. */
interface Desk {
  send: <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>;
  mark: (kind: 'people' | 'register', text?: string) => string;
}

/** An office with the decision on it. @returns the id of the step */
export async function appoint({ send, mark }: Desk, memberId: string): Promise<string> {
  const office = { title: mark('people'), from: '2016-01-01', paper: { number: mark('register') } };
  await send('POST', `/members/${memberId}/offices`, office);
  const { lastStep } = await send<{ lastStep: { id: string } }>('GET', `/members/${memberId}/story`);
  return lastStep.id;
}

/** Two more entries of a cell, of which one remains; and two who were said to be two. All are gone since. @returns the id of the merge */
export async function mergeTwo({ send, mark }: Desk, cellId: string): Promise<string> {
  const memberships = [{ cellId, kind: 'official', from: '2015-01-01' }];
  const member = () => ({ fullName: `Lý Mẫu ${mark('people')}`, memberships });
  const { ids } = await send<{ ids: string[] }>('POST', '/members/batch', { members: [member(), member(), member()] });
  for (const id of ids) mark('people', id);
  const [keptId = '', droppedId = '', otherId = ''] = ids;
  await send('POST', '/members/twins/distinctions', { oneId: keptId, otherId });
  const merge = { keptId, droppedId, take: [] };
  const made = await send<{ id: string; droppedId: string }[]>('POST', '/members/twins/merges', merge);
  for (const id of [keptId, otherId]) {
    await send('POST', `/members/${id}/departure`, { on: '2015-06-01', reason: 'moved-out' });
  }
  return made.find((one) => one.droppedId === droppedId)?.id ?? '';
}
