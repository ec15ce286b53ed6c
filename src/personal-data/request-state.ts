import type { DataRequestDto, DataRequestMayDto } from './data-request.dto.js';
import type { RequestKind, RequestState } from './data-request.entity.js';
import { daysBetween } from './working-days.js';

interface Standing {
  kind: RequestKind;
  state: RequestState;
  acknowledgeBy: string;
  acknowledgedAt: Date | null;
  /** With its extension. */
  dueOn: string;
  extendedAt: Date | null;
}

export const isClosed = ({ state }: { state: RequestState }): boolean => state === 'done' || state === 'refused';

/** How long each clock still runs; the day that is named is the last one in time. */
export function waitsOf(request: Standing, today: string): Pick<DataRequestDto, 'daysToAcknowledge' | 'daysLeft'> {
  const isOver = isClosed(request);
  return {
    daysToAcknowledge: isOver || request.acknowledgedAt ? null : daysBetween(today, request.acknowledgeBy),
    daysLeft: isOver ? null : daysBetween(today, request.dueOn),
  };
}

export function mayOf(request: Standing, today: string): DataRequestMayDto {
  const isOpen = !isClosed(request);
  return {
    acknowledge: isOpen && request.acknowledgedAt === null,
    extend: isOpen && request.extendedAt === null && today <= request.dueOn,
    complete: isOpen && request.kind !== 'delete',
    erase: isOpen && request.kind === 'delete',
    refuse: isOpen,
  };
}
