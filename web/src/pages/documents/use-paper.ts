import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Figures } from '../../api/queries.ts';
import { fetchFile, save } from '../../parts/fetched-file.ts';
import { type Choice, fileAddress, type Format } from './papers.ts';
import type { OpenPdf } from '../../parts/pdf.ts';
import { printPages } from '../../parts/print-pages.ts';

/** The open paper: its preview, made anew when the figures change, and its files. */
export function usePaper(sessionId: string, choice: Choice, figures: Figures) {
  const address = fileAddress(sessionId, choice, choice.paper === 'news' ? 'html' : 'pdf', 'view');
  const made = useQuery({
    queryKey: ['session', sessionId, 'paper', address, JSON.stringify(figures.tally)],
    queryFn: ({ signal }) => fetchFile(address, signal),
    // Marks that come in meanwhile renew the same paper in its place; another paper begins blank.
    placeholderData: (before, query) => (query?.queryKey[3] === address ? before : undefined),
    ...{ retry: false, refetchOnWindowFocus: false, gcTime: 0, structuralSharing: false },
  });
  const saving = useMutation({
    mutationFn: async (format: Format) => save(await fetchFile(fileAddress(sessionId, choice, format))),
  });
  return { address, made, saving };
}

/** Printing by button and by the key P; null until the pages are there. @param address of the paper as one that is printed */
export function usePrinting(address: string) {
  const [pages, setPages] = useState<OpenPdf['pages'] | null>(null);
  const [ready, setReady] = useState(0);
  const printing = useMutation({
    // The pages are here already; the server is asked all the same, since each print stands in the audit trail.
    mutationFn: async (all: OpenPdf['pages']) => {
      await fetchFile(address);
      await printPages(all, setReady);
    },
    onMutate: () => setReady(0),
  });
  const { mutate, isPending } = printing;
  const start = useCallback(() => {
    if (pages && !isPending) mutate(pages);
  }, [pages, isPending, mutate]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      start();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [start]);
  const words = isPending ? `Chuẩn bị ${ready}/${pages?.length ?? 0}` : 'In';
  return { pages, setPages, start, words, error: printing.error };
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role=listbox]') !== null;
