import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OpenPdf {
  pages: PDFPageProxy[];
  close: () => void;
}

/** Millimetres do not matter here: a page is wide or it is not. */
export const isWide = (page: PDFPageProxy): boolean => {
  const { width, height } = page.getViewport({ scale: 1 });
  return width > height;
};

/** Reads a PDF with a reader that is fetched when the first paper is opened; its worker is a file of this server. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const [{ getDocument, GlobalWorkerOptions }, { default: workerSrc }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  GlobalWorkerOptions.workerSrc = workerSrc;
  // The reader takes the bytes away to its worker, and they are wanted again after a change of width.
  const task = getDocument({ data: bytes.slice(0), useWasm: false, useWorkerFetch: false });
  const pdf = await task.promise;
  return { pages: await allPages(pdf), close: () => void task.destroy() };
}

const allPages = (pdf: PDFDocumentProxy): Promise<PDFPageProxy[]> =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));

/** Draws a page as wide as is asked. @param width px of the canvas */
export function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number): ReturnType<PDFPageProxy['render']> {
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  return page.render({ canvas, viewport, background: '#fff' });
}

/** What stands on a page, line by line, for who listens. */
export async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return text.replace(/[ \t]+/g, ' ').trim();
}
