import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { SearchField } from '../../parts/search-field.tsx';
import { looksLikeNumber } from './by-number.tsx';
import { findsOption } from '../../parts/finds-option.ts';
import { useUnitOptions } from './choices.tsx';
import { isNarrowed, useMemberFilter } from './filter-address.ts';
import { dutyWords, standingWords } from './member-words.ts';
import { MoreFilters, optionsOf, hasMore } from './more-filters.tsx';
import { SavedFilters } from './saved-filters.tsx';

/** @param lookUp a whole number that was typed instead of a name; empty where it is none any more */
export function MemberFilterBar({ lookUp }: { lookUp: (number: string) => void }) {
  const { filter, change } = useMemberFilter();
  const [isOpen, setOpen] = useState(hasMore(filter));
  const search = (typed: string): void => {
    const isNumber = looksLikeNumber(typed);
    lookUp(isNumber ? typed : '');
    if (!isNumber) change({ search: typed });
  };
  return (
    <section aria-label="Lọc danh sách" className="stack members-filters">
      <div className="row">
        <SearchField
          label="Tìm đảng viên theo tên, số thẻ, số căn cước hoặc số điện thoại"
          placeholder="Tên, số thẻ, số căn cước, điện thoại"
          value={filter.search ?? ''}
          onChange={search}
        />
        <UnitFilter />
        <Select
          aria-label="Chính thức hay dự bị"
          value={filter.standing ?? ''}
          options={optionsOf('Chính thức, dự bị', standingWords)}
          onChange={(standing) => change({ standing })}
        />
        <Select
          aria-label="Diện sinh hoạt"
          value={filter.duty ?? ''}
          options={optionsOf('Sinh hoạt: tất cả', dutyWords)}
          onChange={(duty) => change({ duty })}
        />
        <AsOf value={filter.asOf ?? ''} onChange={(asOf) => change({ asOf })} />
      </div>
      {isOpen && <MoreFilters />}
      <FilterActs isOpen={isOpen} setOpen={setOpen} />
    </section>
  );
}

function FilterActs({ isOpen, setOpen }: { isOpen: boolean; setOpen: (isOpen: boolean) => void }) {
  const { filter, replace } = useMemberFilter();
  return (
    <div className="row members-acts">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Bớt điều kiện' : 'Thêm điều kiện'}
      </Button>
      <SavedFilters />
      {(isNarrowed(filter) || filter.search || filter.asOf) && (
        <button type="button" className="link" onClick={() => replace({})}>
          Bỏ hết điều kiện
        </button>
      )}
    </div>
  );
}

/** A cell, or a part of the committee with all below it. */
function UnitFilter() {
  const { filter, change } = useMemberFilter();
  const units = useUnitOptions();
  const choose = (id: string): void => {
    const isCell = units.find(({ value }) => value === id)?.isCell ?? true;
    change({ cellId: isCell ? id : null, unitId: isCell ? null : id });
  };
  return (
    <Select
      aria-label="Chi bộ"
      showSearch={{ filterOption: findsOption }}
      value={filter.cellId ?? filter.unitId ?? ''}
      options={[{ value: '', label: 'Mọi chi bộ' }, ...units]}
      onChange={choose}
    />
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
