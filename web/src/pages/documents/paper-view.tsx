import { useEffect } from 'react';
import { Link } from 'react-router';
import type { FetchedFile } from '../../parts/fetched-file.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { hourOf, integer } from '../../words/format.ts';
import type { OpenSession } from '../session/session-frame.tsx';
import { NewsPreview } from './news-preview.tsx';
import { PaperFiles } from './paper-files.tsx';
import { PaperOptions } from './paper-options.tsx';
import { type Choice, fileAddress, type Listed, openClasses } from './papers.ts';
import { BlankPage, PdfPreview } from './pdf-preview.tsx';
import { Refusal } from './refusal.tsx';
import { usePaper, usePrinting } from './use-paper.ts';

interface Shown extends OpenSession {
  choice: Choice;
  listed: Listed;
  choose: (choice: Choice) => void;
}

/** One paper: what it is, its files, whether its figures may still change, and how it will look. */
export function PaperView({ session, figures, choice, listed, choose }: Shown) {
  const { address, made, saving } = usePaper(session.id, choice, figures);
  const printing = usePrinting(fileAddress(session.id, choice, 'pdf', 'print'));
  const { setPages } = printing;
  useEffect(() => setPages(null), [address, setPages]);
  const print = choice.paper === 'news' ? null : printing;
  return (
    <section className="documents-paper" aria-labelledby="paper-name">
      <header className="documents-head">
        <div>
          <h2 id="paper-name">{listed.name}</h2>
          <small>{madeWords(listed, made.data, print?.pages?.length)}</small>
        </div>
        <PaperFiles sessionId={session.id} choice={choice} saving={saving} print={print} />
      </header>
      <div className="documents-terms">
        <Standing choice={choice} figures={figures} sessionId={session.id} isMade={made.isSuccess} />
        <PaperOptions choice={choice} figures={figures} choose={choose} />
      </div>
      {saving.error && (
        <Refusal
          error={saving.error}
          what="Chưa lập được văn bản"
          retry={() => saving.variables && saving.mutate(saving.variables)}
        />
      )}
      {printing.error && <Failure error={printing.error} what="Chưa in được" retry={printing.start} />}
      {made.error && !saving.error && (
        <Refusal error={made.error} what="Chưa lập được văn bản" retry={() => void made.refetch()} />
      )}
      {made.isPending && <BlankPage isWide={choice.paper === 'table'} />}
      {made.data && <Preview key={address} choice={choice} file={made.data} onOpen={setPages} />}
    </section>
  );
}

function Preview({
  choice,
  file,
  onOpen,
}: {
  choice: Choice;
  file: FetchedFile;
  onOpen: (pages: NonNullable<ReturnType<typeof usePrinting>['pages']>) => void;
}) {
  if (choice.paper === 'news') return <NewsPreview bytes={file.bytes} />;
  return <PdfPreview bytes={file.bytes} onlyWide={choice.paper === 'table'} onOpen={onOpen} />;
}

function madeWords({ state }: Listed, file: FetchedFile | undefined, pages: number | undefined): string {
  return [state, file && `lập ${hourOf(file.madeAt)}`, pages && `${integer(pages)} trang`].filter(Boolean).join(', ');
}

/** Whether the figures on the paper are final; the server makes no paper whose figures do not agree. */
function Standing({
  choice,
  figures,
  sessionId,
  isMade,
}: {
  choice: Choice;
  figures: OpenSession['figures'];
  sessionId: string;
  isMade: boolean;
}) {
  const open = openClasses(choice, figures);
  const classes = figures.classes.filter((one) => choice.paper !== 'list' || one.classId === choice.classId);
  const cells = choice.cellId ? 1 : new Set(classes.flatMap((one) => one.cells.map(({ cellId }) => cellId))).size;
  const [first] = open;
  if (first)
    return (
      <Banner title={`${open.map(({ name }) => name).join(', ')} chưa chốt, số liệu còn đổi.`}>
        <Link to={`/sessions/${sessionId}/roll?class=${first.classId}`}>Đến điểm danh và chốt lớp</Link>
      </Banner>
    );
  return (
    <p className="documents-standing">
      {isMade && (
        <>
          <StateMark state="done" /> Số liệu đã chốt, khớp ở {cells}/{cells} chi bộ.
        </>
      )}
    </p>
  );
}
