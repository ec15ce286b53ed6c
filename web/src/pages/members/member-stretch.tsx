import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MemberFilter } from './filter-address.ts';
import { membersQuery } from './member-queries.ts';
import { type Choosing, MemberRows } from './member-table.tsx';

/** Members of one stretch, and of one page of the server's answer. */
export const STRETCH = 100;

/** Of a row before the first ones are there; most have one line. */
export const ROW_HEIGHT = 46;

/** How far beyond the window a stretch is read and drawn already. */
const AHEAD = '1200px 0px';

/** Whether an element is within the window or near it. */
function useNear() {
  const ref = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, isNear };
}

interface StretchProps extends Choosing {
  filter: MemberFilter;
  /** From 1. */
  page: number;
  /** How many members it has. */
  size: number;
  /** Of the rows that are there already, on average. */
  rowHeight: number;
  drawn: (page: number, rowHeight: number) => void;
}

/**
 * A hundred rows of a long list. It is read and drawn when it comes near the window and keeps its place empty otherwise, at
 * the height that it had: a list of thousands scrolls to any place at once, and the page never holds more than a few hundred rows.
 */
export function MemberStretch({ filter, page, size, rowHeight, drawn, chosen, choose }: StretchProps) {
  const { ref, isNear } = useNear();
  const [height, setHeight] = useState<number | null>(null);
  const { data } = useQuery({
    ...membersQuery({ ...filter, page, pageSize: STRETCH }),
    enabled: isNear || page === 1,
    placeholderData: page === 1 ? keepPreviousData : undefined,
    // Whoever comes back to the window would read every stretch anew.
    refetchOnWindowFocus: false,
  });
  const isDrawn = data !== undefined && (isNear || page === 1);
  useLayoutEffect(() => {
    if (!isDrawn || !ref.current) return;
    const { offsetHeight } = ref.current;
    setHeight(offsetHeight);
    drawn(page, offsetHeight / data.items.length);
  }, [isDrawn, data, ref, drawn, page]);
  return (
    <tbody ref={ref} aria-busy={!isDrawn}>
      {isDrawn ? (
        <MemberRows members={data.items} from={(page - 1) * STRETCH} chosen={chosen} choose={choose} />
      ) : (
        <tr className="members-awaited" style={{ height: height ?? size * rowHeight }}>
          {/* In two: on a phone half of the columns is not there, and a cell over all four would bring them back empty. */}
          <td colSpan={2} />
          <td colSpan={2} className="members-wide" />
        </tr>
      )}
    </tbody>
  );
}
