import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { momentOf } from '../../words/format.ts';
import { CheckedStep } from './checked-step.tsx';
import { Forget } from './forget.tsx';
import { importQuery } from './import-queries.ts';
import type { RegisterImport } from './import-words.ts';
import { Refused, Stopped, Undone, Written } from './outcome.tsx';
import { ReadingStep } from './reading-step.tsx';
import { StepLine } from './step-line.tsx';
import { UnderWay } from './under-way.tsx';
import './member-imports.css';

/** One list, from the file to the register: each state has its own face. */
export function ImportPage() {
  const { id = '' } = useParams();
  const list = useQuery(importQuery(id));
  return (
    <Page title={list.data?.fileName ?? 'Nhập danh sách'}>
      <Link className="imports-back" to="/members/imports">
        ‹ Nhập danh sách
      </Link>
      {list.isError && (
        <Failure error={list.error} retry={() => void list.refetch()} what="Chưa mở được lần nhập này" />
      )}
      {list.isPending && <SkeletonRows rows={8} height={69} />}
      {list.data && (
        <>
          <p className="ink2 import-sent">
            {list.data.sentBy} gửi {momentOf(list.data.sentAt)}
          </p>
          <StepLine state={list.data.state} />
          <Face key={id} list={list.data} />
        </>
      )}
    </Page>
  );
}

function Face({ list }: { list: RegisterImport }) {
  const [isBack, setBack] = useState(false);
  const { state, reading } = list;
  if (state === 'reading' || state === 'checking' || state === 'writing') return <UnderWay list={list} />;
  if (state === 'refused') return <Refused list={list} />;
  if (state === 'written') return <Written list={list} />;
  if (state === 'undone') return <Undone list={list} />;
  if (reading && (state !== 'checked' || isBack))
    return (
      <>
        {state === 'stopped' && <Stopped />}
        <ReadingStep list={list} reading={reading} checked={() => setBack(false)} />
      </>
    );
  if (state === 'checked') return <CheckedStep list={list} back={() => setBack(true)} />;
  return (
    <>
      <Stopped />
      <Forget list={list} />
    </>
  );
}
