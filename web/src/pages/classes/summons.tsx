import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { integer, momentOf } from '../../words/format.ts';
import type { OpenSession } from '../session/session-frame.tsx';
import { NotSaved } from './not-saved.tsx';
import { arranging } from './use-arranging.ts';
import { summonsHindrances } from './summons-state.ts';
import type { BoardFacts } from './use-board.ts';

const { client, dataOf } = api;

/** The main act of the page; where something is missing, what it is stands in its place. */
export function Summons({ facts, open, people }: { facts: BoardFacts; open: OpenSession; people: number }) {
  const { id } = open.session;
  const queries = useQueryClient();
  const summon = useMutation({
    // After the changes of the lists that are still under way, which it must see.
    scope: arranging(id),
    mutationFn: () => dataOf(client.POST('/api/v1/sessions/{id}/summons', { params: { path: { id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['session', id] });
      await queries.invalidateQueries({ queryKey: ['class'] });
    },
  });
  if (facts.classes.every(({ closedAt }) => closedAt !== null)) return <small>Các lớp đã chốt, không sửa được.</small>;
  const hindrances = summonsHindrances(facts);
  const summonedAt = facts.classes
    .flatMap(({ summonedAt }) => summonedAt ?? [])
    .sort()
    .at(-1);
  if (hindrances.length > 0)
    return (
      <p className="classes-hindrance">
        <b>{summonedAt ? 'Chưa cập nhật danh sách được:' : 'Chưa triệu tập được:'}</b> {hindrances.join(' ')}
      </p>
    );
  return (
    <>
      {summon.error && <NotSaved what="triệu tập" error={summon.error} />}
      {summonedAt && (
        <small>
          Đã triệu tập {integer(open.figures.tally.summoned)} người, {momentOf(summonedAt)} ·{' '}
          <Link to={`/sessions/${id}/roll`}>Sang Hội trường</Link>
        </small>
      )}
      <Button type={summonedAt ? 'default' : 'primary'} loading={summon.isPending} onClick={() => summon.mutate()}>
        {summonedAt ? 'Triệu tập lại theo sổ' : `Triệu tập ${integer(people)} người`}
      </Button>
    </>
  );
}
