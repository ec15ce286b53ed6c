import { useEffect, useRef, useState } from 'react';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { DeskView } from './desk-view.tsx';
import type { CellView, OpenRoll } from './roll-view.ts';
import { type AbsentKind, isUntaken } from './except-mode.ts';
import type { Kind } from './marks.ts';
import { PersonPanel } from './person-panel.tsx';
import { PhoneView } from './phone-view.tsx';
import { cellAfter } from './roll-place.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { type ExceptDraft, useExceptions } from './use-exceptions.ts';
import { useNameSearch } from './use-name-search.ts';

export function CellDesk({ open }: { open: OpenRoll }) {
  const [opened, openPerson] = useState<string | null>(null);
  const view = useCellView(open, openPerson);
  const isPhone = useIsPhone();
  useDeskKeys(view.acts, opened === null);
  useTargetInSight(view.search.target);
  const close = (): void => openPerson(null);
  return (
    <>
      {isPhone ? <PhoneView view={view} /> : <DeskView view={view} />}
      {opened !== null && <PersonPanel open={open} memberId={opened} close={close} />}
    </>
  );
}

function useCellView(open: OpenRoll, openPerson: (memberId: string) => void): CellView {
  const { cell, place, sitting, me, marking, isReadOnly } = open;
  const isExcept = place.asked.isExcept && !isReadOnly;
  const draft = useExceptions(`${me.accountId}.${sitting.id}.${cell.cellId}`, cell.states);
  const stateOf = (memberId: string) => cell.states.find(({ person }) => person.memberId === memberId);
  const candidates = isExcept ? cell.states.filter(isUntaken) : cell.states;
  const search = useNameSearch(candidates, (memberId) =>
    isExcept ? !draft.has(memberId) : stateOf(memberId)?.attendance === 'unmarked',
  );
  const except = (memberId: string, kind: Kind): void => draft.set(memberId, absentKind(kind));
  const takeTarget = (kind: Kind): void => {
    if (search.target === null || isReadOnly) return;
    if (isExcept) except(search.target, kind);
    else if (stateOf(search.target)?.mark?.kind !== kind) marking.mark(search.target, kind);
    search.clear();
  };
  const takeRow = (memberId: string): void => {
    const state = stateOf(memberId);
    if (!state) return;
    if (isReadOnly || state.attendance !== 'unmarked' || state.person.duty !== 'summoned') openPerson(memberId);
    else if (!isExcept) marking.mark(memberId, 'present');
    else if (draft.has(memberId)) draft.remove(memberId);
    else draft.set(memberId, 'excused');
    search.clear();
  };
  const acts = useActs(open, draft, isExcept);
  return { open, search, isExcept, draft, takeTarget, takeRow, openPerson, acts };
}

/** In "except" Enter means absent with a reason; only the other kind has a key of its own. */
const absentKind = (kind: Kind): AbsentKind => (kind === 'unexcused' ? 'unexcused' : 'excused');

function useActs(open: OpenRoll, draft: ExceptDraft, isExcept: boolean): CellView['acts'] {
  const { place, marking, cells, cell, isReadOnly } = open;
  return {
    toggleExcept: () => {
      if (!isReadOnly) place.setExcept(!isExcept);
    },
    leaveExcept: () => {
      draft.clear();
      place.setExcept(false);
    },
    save: () => {
      if (!isExcept || draft.plan.kinds.size === 0) return;
      marking.markMany(draft.plan.kinds);
      draft.clear();
      place.setExcept(false);
    },
    undo: () => {
      if (isExcept) draft.removeLast();
      else if (!isReadOnly) marking.undo();
    },
    nextCell: () => {
      const next = cellAfter(cells, cell.cellId);
      if (next) place.openCell(next.cellId);
    },
  };
}

/** A hit outside the window is brought into it, without moving what is in sight already. */
function useTargetInSight(target: string | null): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (target !== null && target !== shown.current)
      document.querySelector(`[data-row="${target}"]`)?.scrollIntoView({ block: 'nearest' });
    shown.current = target;
  }, [target]);
}
