import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useFilters } from '../../parts/search-params.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { looksLikeNumber } from './by-number.tsx';
import { findsCell, useCellOptions } from './choices.tsx';
import type { MemberFilters } from './member-queries.ts';
import { dutyWords, standingWords } from './member-words.ts';

export const PAGE_SIZE = 50;

/** The filters as they stand in the address; what is not one of ours is left out. */
export function useMemberFilters(): MemberFilters & { page: number } {
  const { of } = useFilters();
  const [search, cellId, standing, duty, asOf] = ['search', 'cellId', 'standing', 'duty', 'asOf'].map(of);
  const page = Math.max(1, Math.floor(Number(of('page'))) || 1);
  return {
    ...{ page, pageSize: PAGE_SIZE },
    ...(search && { search }),
    ...(cellId && { cellId }),
    ...((standing === 'official' || standing === 'probationary') && { standing }),
    ...((duty === 'summoned' || duty === 'exempt' || duty === 'away') && { duty }),
    ...(asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && { asOf }),
  };
}

const optionsOf = (all: string, words: Record<string, string>): { value: string; label: string }[] => [
  { value: '', label: all },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

/** @param lookUp a whole number that was typed instead of a name; empty where it is none any more */
export function MemberFilterBar({ lookUp }: { lookUp: (number: string) => void }) {
  const filters = useFilters();
  const cells = useCellOptions();
  const set = (key: string) => (value: string | null) => filters.set({ [key]: value, page: null, who: null });
  const search = (typed: string): void => {
    const isNumber = looksLikeNumber(typed);
    lookUp(isNumber ? typed : '');
    if (!isNumber) set('search')(typed);
  };
  return (
    <div className="row members-filters">
      <SearchField
        label="Tìm đảng viên theo tên, số căn cước hoặc số điện thoại"
        placeholder="Tên, số căn cước, điện thoại"
        value={filters.of('search')}
        onChange={search}
      />
      <Select
        aria-label="Chi bộ"
        showSearch={{ filterOption: findsCell }}
        value={filters.of('cellId')}
        options={[{ value: '', label: 'Mọi chi bộ' }, ...cells]}
        onChange={set('cellId')}
      />
      <Select
        aria-label="Chính thức hay dự bị"
        value={filters.of('standing')}
        options={optionsOf('Chính thức, dự bị', standingWords)}
        onChange={set('standing')}
      />
      <Select
        aria-label="Diện sinh hoạt"
        value={filters.of('duty')}
        options={optionsOf('Sinh hoạt: tất cả', dutyWords)}
        onChange={set('duty')}
      />
      <AsOf value={filters.of('asOf')} onChange={set('asOf')} />
    </div>
  );
}

/** The register as it stood on another day. */
function AsOf({ value, onChange }: { value: string; onChange: (day: string | null) => void }) {
  return (
    <DatePicker
      aria-label="Xem sổ tính đến ngày"
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      placeholder="Sổ hôm nay"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
