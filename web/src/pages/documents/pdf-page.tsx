import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { draw, textOf } from '../../parts/pdf.ts';

/** One page of paper: white also in the dark, drawn when it comes near, with its text for who listens. */
export function PdfPage({
  page,
  width,
  of,
  onError,
}: {
  page: PDFPageProxy;
  width: number;
  of: number;
  onError: (error: unknown) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsNear(canvas);
  const text = usePageText(page, isNear, onError);
  const { width: wide, height } = page.getViewport({ scale: 1 });
  useEffect(() => {
    const target = canvas.current;
    if (!target || !isNear || width === 0) return;
    const task = draw(page, target, width * Math.min(window.devicePixelRatio, 3));
    let isLeft = false;
    task.promise.catch((error: unknown) => {
      if (!isLeft) onError(error);
    });
    return () => {
      isLeft = true;
      task.cancel();
    };
  }, [page, width, isNear, onError]);
  return (
    <figure className="documents-page">
      <canvas
        ref={canvas}
        style={{ aspectRatio: `${wide} / ${height}` }}
        role="img"
        aria-label={`Trang ${page.pageNumber} trong ${of}`}
      />
      <figcaption className="hidden-text">{text}</figcaption>
    </figure>
  );
}

/** Whether it is on the screen or will soon be; what was near once stays drawn. */
function useIsNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setIsNear(true);
      },
      { rootMargin: '1200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}

function usePageText(page: PDFPageProxy, isNear: boolean, onError: (error: unknown) => void): string {
  const [text, setText] = useState('');
  useEffect(() => {
    if (!isNear) return;
    let isLeft = false;
    textOf(page).then(
      (read) => {
        if (!isLeft) setText(read);
      },
      (error: unknown) => {
        if (!isLeft) onError(error);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [page, isNear, onError]);
  return text;
}
