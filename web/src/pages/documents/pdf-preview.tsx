import { useEffect, useRef, useState } from 'react';
import { Failure } from '../../parts/notice.tsx';
import { isWide, openPdf, type OpenPdf } from '../../parts/pdf.ts';
import { PdfPage } from './pdf-page.tsx';

/** The pages of a PDF under one another, as wide as there is room, at most as wide as paper is. */
export function PdfPreview({
  bytes,
  onlyWide,
  onOpen,
}: {
  bytes: ArrayBuffer;
  /** Only the pages of the table. */
  onlyWide: boolean;
  onOpen: (pages: OpenPdf['pages']) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { pages, error, setError } = usePages(bytes, onlyWide, onOpen);
  return (
    <div ref={box} className="documents-pages">
      {error !== null && <Failure error={error} what="Chưa vẽ được bản xem trước" />}
      {pages === null && error === null && <BlankPage isWide={onlyWide} />}
      {pages?.map((page) => (
        <PdfPage key={page.pageNumber} page={page} width={width} of={pages.length} onError={setError} />
      ))}
    </div>
  );
}

/** Paper of the right size while the paper is being made. */
export const BlankPage = ({ isWide }: { isWide: boolean }) => (
  <div
    className="documents-page documents-blank"
    role="status"
    style={{ aspectRatio: isWide ? '297 / 210' : '210 / 297' }}
  >
    Đang lập văn bản…
  </div>
);

function usePages(bytes: ArrayBuffer, onlyWide: boolean, onOpen: (pages: OpenPdf['pages']) => void) {
  const [pages, setPages] = useState<OpenPdf['pages'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isLeft = false;
    const opening = openPdf(bytes);
    opening.then(
      (pdf) => {
        if (isLeft) return;
        const shown = onlyWide ? pdf.pages.filter(isWide) : pdf.pages;
        setPages(shown);
        onOpen(shown);
      },
      (failure: unknown) => {
        if (!isLeft) setError(failure);
      },
    );
    return () => {
      isLeft = true;
      // One that did not open has nothing to close, and was told of above.
      void opening.then(
        (pdf) => pdf.close(),
        () => undefined,
      );
    };
  }, [bytes, onlyWide, onOpen]);
  return { pages, error, setError };
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
