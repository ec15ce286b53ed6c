import { Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommittee } from '../../api/me.ts';
import { Problem } from '../../api/problem.ts';
import { resolutionsQuery, sessionQuery, sessionsQuery } from '../../api/queries.ts';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { hourOf } from '../../words/format.ts';
import { type Faults, faultsOf } from './check-draft.ts';
import { basisOf, createSession, madeInWords } from './create-session.ts';
import { dateDoubts } from './date-warnings.ts';
import { type Draft, emptyDraft, isDraft, studiedOf, titleOf } from './draft.ts';
import { MannerFields } from './manner-fields.tsx';
import { MatterFields } from './matter-fields.tsx';
import { Sentence } from './sentence.tsx';
import { TimeFields } from './time-fields.tsx';
import './new-session.css';

const KEY = 'quan-triet.new-session';

/** From the article to a plan in a minute: three questions and the sentence that will be printed. */
export function NewSession() {
  const { keptAt, ...form } = useNewSession();
  return (
    <Page title="Lập hội nghị học tập" head={<Head keptAt={keptAt} />}>
      <SessionForm {...form} />
    </Page>
  );
}

/** The draft, what the register offers for it, and the making of it. */
function useNewSession() {
  const { draft: kept, keptAt, keep } = useKeptDraft(KEY, isDraft);
  const draft = kept ?? emptyDraft;
  const latest = useRef(draft);
  latest.current = draft;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const resolutions = useQuery(resolutionsQuery());
  const committee = useCommittee();
  const studied = studiedOf(draft, resolutions.data ?? []);
  const venues = useKnownVenues();
  const superior = committee.data?.superiorBodyName ?? '';
  const change = (part: Partial<Draft>): void => {
    latest.current = { ...latest.current, ...part };
    keep(latest.current);
  };
  const create = useMutation({
    mutationFn: () =>
      createSession(
        latest.current,
        { studied, superior },
        { made: latest.current.made, keep: (made) => change({ made }) },
      ),
    onSuccess: async (id) => {
      keep(null);
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      await queries.invalidateQueries({ queryKey: ['resolutions'] });
      await queries.invalidateQueries({ queryKey: ['session', id] });
      await navigate(`/sessions/${id}/classes`);
    },
  });
  return { draft, keptAt, change, forget: () => keep(null), resolutions, committee, studied, superior, create, venues };
}

/** Halls of the latest session, to be chosen again. */
function useKnownVenues(): string[] {
  const latest = useQuery(sessionsQuery).data?.[0]?.id;
  const session = useQuery({ ...sessionQuery(latest ?? ''), enabled: latest !== undefined });
  return [...new Set(session.data?.classes.map(({ venue }) => venue))];
}

function Head({ keptAt }: { keptAt: string | null }) {
  return (
    <div className="new-session-head">
      <small>
        <Link to="/sessions">Hội nghị</Link> / Lập mới
      </small>
      <div className="spread">
        <h1>Lập hội nghị học tập</h1>
        <small role="status">{keptAt ? `Đã giữ bản nháp ${hourOf(keptAt)}, tải lại trang không mất` : ' '}</small>
      </div>
    </div>
  );
}

type FormProps = Omit<ReturnType<typeof useNewSession>, 'keptAt'>;

function SessionForm(props: FormProps) {
  const { draft, change, forget, resolutions, committee, studied, superior, create, venues } = props;
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const missing = faultsOf(draft, studied);
  const faults: Faults = { ...(isTried && missing), ...serverFaults(create.error) };
  const basis = basisOf(draft, superior, titleOf(draft, studied));
  const doubts = draft.areDatesConfirmed ? [] : dateDoubts({ heldOn: draft.heldOn, basis, studied });
  const submit = (): void => {
    setIsTried(true);
    if (create.isPending) return;
    if (Object.keys(missing).length === 0) create.mutate();
    else focusFirstFault(form.current);
  };
  if (resolutions.isError) return <Failure error={resolutions.error} retry={() => void resolutions.refetch()} />;
  const part = { draft, change, faults };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey ? submit() : goOn(event))}
    >
      <MatterFields {...part} resolutions={resolutions.data ?? []} superior={superior} />
      <TimeFields {...part} doubts={doubts} venues={venues} />
      <MannerFields {...part} studied={studied} />
      <Sentence
        draft={draft}
        basis={basis}
        studied={studied}
        isDoubtful={doubts.length > 0}
        committee={committee.data?.bodyName ?? 'Đảng ủy'}
      />
      {create.error && <NotMade error={create.error} draft={draft} />}
      <Foot owed={Object.keys(missing).length} doubted={doubts.length} isBusy={create.isPending} forget={forget} />
    </form>
  );
}

/** Enter leads to the next field; a form of three questions is not sent by one key struck too early. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (target.role === 'combobox') return;
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('input, textarea')];
  fields[fields.indexOf(target) + 1]?.focus();
}

/** Once the faults stand at their fields. */
function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}

/** The server's own words at the fields they speak of. */
function serverFaults(error: unknown): Faults {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}

function NotMade({ error, draft }: { error: Error; draft: Draft }) {
  const problem = error instanceof Problem ? error : null;
  const said = problem?.errors.map(({ message }) => message).join(' ') ?? '';
  return (
    <div className="new-session-not-made">
      <Banner title={problem?.message ?? 'Chưa lập được hội nghị.'} needsPerson>
        {said && <p>{said}</p>}
        <p>{madeInWords(draft.made)} Những gì đã nhập còn nguyên; bấm lại sẽ làm tiếp, không lập hai lần.</p>
        {problem?.requestId && <small>Mã yêu cầu: {problem.requestId}</small>}
      </Banner>
    </div>
  );
}

function Foot({
  owed,
  doubted,
  isBusy,
  forget,
}: {
  owed: number;
  doubted: number;
  isBusy: boolean;
  forget: () => void;
}) {
  const open = owed + doubted;
  const words = open === 0 ? 'Đã đủ để lập.' : `Còn ${open} chỗ phải ${owed > 0 ? 'điền hoặc xem lại' : 'xem lại'}.`;
  return (
    <div className="new-session-foot">
      <span className="ink2">{words}</span>
      <div className="row">
        <Button type="text" onClick={forget}>
          Xóa bản nháp
        </Button>
        <Link to="/sessions" className="new-session-later">
          Để sau
        </Link>
        <Button type="primary" htmlType="submit" loading={isBusy} title="Ctrl Enter">
          Lập hội nghị, sang xếp lớp
        </Button>
      </div>
    </div>
  );
}
