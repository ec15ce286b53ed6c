import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { SearchField } from '../../parts/search-field.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { searchKey } from '../../words/format.ts';
import { choicesQuery, type TrailFilters } from './audit-queries.ts';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** As they stand in the address; what is no filter there is left out. */
export function useTrailFilters(): TrailFilters {
  const { of } = useFilters();
  const kept = (key: string, fits: (text: string) => boolean): string => (fits(of(key)) ? of(key) : '');
  return {
    ...{ text: of('text'), action: kept('action', (text) => /^[a-z-]+\.[a-z-]+$/.test(text)) },
    ...{ accountId: kept('who', isId), subjectId: kept('subject', isId) },
    ...{ from: kept('from', isDay), until: kept('until', isDay) },
  };
}

const finds = (typed: string, option?: { label: string }): boolean =>
  searchKey(option?.label ?? '').includes(searchKey(typed));

export function AuditFilters() {
  const filters = useFilters();
  const { data } = useQuery(choicesQuery);
  const set = (key: string) => (value: string | null) => filters.set({ [key]: value });
  const people = (data?.people ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }));
  const actions = (data?.actions ?? []).map(({ action, words }) => ({ value: action, label: words }));
  return (
    <div className="row audit-filters">
      <SearchField
        label="Tìm trong nội dung nhật ký"
        placeholder="Tìm tên, nội dung"
        value={filters.of('text')}
        onChange={set('text')}
      />
      <Select
        aria-label="Người làm"
        showSearch={{ filterOption: finds }}
        value={filters.of('who')}
        options={[{ value: '', label: 'Mọi người' }, ...people]}
        onChange={set('who')}
      />
      <Select
        className="audit-actions"
        aria-label="Việc"
        showSearch={{ filterOption: finds }}
        value={filters.of('action')}
        options={[{ value: '', label: 'Mọi việc' }, ...actions]}
        onChange={set('action')}
      />
      <Day label="Từ ngày" value={filters.of('from')} onChange={set('from')} />
      <Day label="Đến ngày" value={filters.of('until')} onChange={set('until')} />
      {filters.of('subject') && <Button onClick={() => set('subject')(null)}>Bỏ lọc theo đối tượng</Button>}
    </div>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string | null) => void }) {
  return (
    <DatePicker
      aria-label={label}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      placeholder={label}
      value={isDay(value) ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
