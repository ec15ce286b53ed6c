import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.ts';
import { resolutionsQuery, sessionsQuery } from '../api/queries.ts';
import { useSettled } from '../parts/use-settled.ts';
import { day, searchKey } from '../words/format.ts';
import './search.css';

const { client, dataOf } = api;

interface Hit {
  to: string;
  what: string;
  name: string;
  more: string;
}

const people = async (search: string): Promise<Hit[]> => {
  const { items } = await dataOf(client.GET('/api/v1/members', { params: { query: { search, pageSize: 6 } } }));
  return items.map(({ id, fullName, cellName }) => ({
    ...{ to: `/members/${id}`, what: 'Đảng viên', name: fullName, more: cellName },
  }));
};

/** People, sessions and resolutions whose name has what was typed, with or without tone marks. */
function useHits(typed: string): Hit[] {
  const search = useSettled(typed.trim());
  const isAsked = search.length > 1;
  const members = useQuery({
    queryKey: ['members', 'search', search],
    queryFn: () => people(search),
    enabled: isAsked,
  });
  const sessions = useQuery(sessionsQuery);
  const resolutions = useQuery({ ...resolutionsQuery(search), enabled: isAsked });
  if (!isAsked) return [];
  const key = searchKey(search);
  const ofSessions = (sessions.data ?? []).filter(({ title }) => searchKey(title).includes(key)).slice(0, 5);
  return [
    ...(members.data ?? []),
    ...ofSessions.map(({ id, title, firstDay }) => ({
      ...{ to: `/sessions/${id}`, what: 'Hội nghị', name: title, more: firstDay ? day(firstDay) : 'chưa có ngày' },
    })),
    ...(resolutions.data ?? []).slice(0, 5).map(({ id, title, number, issuedOn }) => ({
      ...{ to: `/resolutions/${id}`, what: 'Nghị quyết', name: title, more: `${number ?? ''} ${day(issuedOn)}` },
    })),
  ];
}

/** `Ctrl K`: from anywhere to a person or a paper. */
export function Search({ close }: { close: () => void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const navigate = useNavigate();
  const hits = useHits(typed);
  const go = (hit: Hit | undefined): void => {
    if (!hit) return;
    close();
    void navigate(hit.to);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(hits[chosen]);
    else if (step === undefined) return;
    else setChosen((at) => Math.min(Math.max(at + step, 0), Math.max(hits.length - 1, 0)));
    event.preventDefault();
  };
  return (
    <Modal open onCancel={close} footer={null} title="Tìm người, hội nghị, nghị quyết" destroyOnHidden>
      <Input
        autoFocus
        size="large"
        aria-label="Tên người, hội nghị hoặc nghị quyết"
        placeholder="Gõ tên, không cần dấu"
        value={typed}
        onChange={({ target }) => (setTyped(target.value), setChosen(0))}
        onKeyDown={onKey}
      />
      <Hits hits={hits} chosen={chosen} typed={typed} go={go} />
    </Modal>
  );
}

function Hits({ hits, chosen, typed, go }: { hits: Hit[]; chosen: number; typed: string; go: (hit: Hit) => void }) {
  if (hits.length === 0) {
    return (
      <p className="search-none">{typed.trim().length > 1 ? `Không có gì khớp “${typed}”.` : 'Từ hai chữ trở lên.'}</p>
    );
  }
  return (
    <ul className="search-hits">
      {hits.map((hit, index) => (
        <li key={hit.to}>
          <button type="button" className={`plain${index === chosen ? ' chosen' : ''}`} onClick={() => go(hit)}>
            <small>{hit.what}</small>
            <span>{hit.name}</span>
            <small>{hit.more}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
