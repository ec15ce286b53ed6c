import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { today } from '../../words/format.ts';
import type { PartProps, Rules } from './rule-part.tsx';

/** `04-30` as people write it, and back; what is half typed stays as it is. */
const shown = (day: string): string => day.split('-').reverse().join('/');
const stored = (text: string): string =>
  text
    .trim()
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');

const without = <Item,>(list: Item[], at: number): Item[] => list.filter((_, index) => index !== at);
const changed = <Item,>(list: Item[], at: number, part: Partial<Item>): Item[] =>
  list.map((item, index) => (index === at ? { ...item, ...part } : item));

export function YearlyHolidays({ rules, isEditable, change }: PartProps) {
  const list = rules.yearlyHolidays;
  const set = (yearlyHolidays: Rules['yearlyHolidays']): void => change({ yearlyHolidays });
  return (
    <Part
      title="Ngày lễ hằng năm"
      hint="Ngày dương lịch cố định, ví dụ 30/04. Không tính là ngày làm việc."
      add={isEditable ? () => set([...list, { day: '', name: '' }]) : null}
    >
      {list.map((holiday, at) => (
        // Rows have no name of their own, and are only added at the end.
        <li key={at} className="rules-holiday">
          <Field label="Ngày/tháng">
            {(binding) => (
              <Input
                {...binding}
                disabled={!isEditable}
                value={shown(holiday.day)}
                onChange={({ target }) => set(changed(list, at, { day: target.value.split('/').reverse().join('-') }))}
                onBlur={({ target }) => set(changed(list, at, { day: stored(target.value) }))}
              />
            )}
          </Field>
          <Name
            value={holiday.name}
            isEditable={isEditable}
            onChange={(name) => set(changed(list, at, { name }))}
            remove={() => set(without(list, at))}
          />
        </li>
      ))}
    </Part>
  );
}

export function DatedHolidays({ rules, isEditable, change }: PartProps) {
  const list = rules.datedHolidays;
  const set = (datedHolidays: Rules['datedHolidays']): void => change({ datedHolidays });
  const year = today().slice(0, 4);
  const isYearMissing = !list.some(({ from }) => from.startsWith(year));
  return (
    <Part
      title="Ngày nghỉ của từng năm"
      hint="Tết Nguyên đán, Giỗ Tổ Hùng Vương, ngày nghỉ bù: nhập khi có thông báo nghỉ, vì mỗi năm một khác."
      add={isEditable ? () => set([...list, { from: today(), to: today(), name: '' }]) : null}
    >
      {isYearMissing && <li className="ink2">Chưa nhập ngày nghỉ nào của năm {year}.</li>}
      {list.map((holiday, at) => (
        <li key={at} className="rules-holiday is-dated">
          <Field label="Từ ngày">
            {(binding) => (
              <DayField binding={binding} value={holiday.from} onChange={(from) => set(changed(list, at, { from }))} />
            )}
          </Field>
          <Field label="Đến hết ngày">
            {(binding) => (
              <DayField binding={binding} value={holiday.to} onChange={(to) => set(changed(list, at, { to }))} />
            )}
          </Field>
          <Name
            value={holiday.name}
            isEditable={isEditable}
            onChange={(name) => set(changed(list, at, { name }))}
            remove={() => set(without(list, at))}
          />
        </li>
      ))}
    </Part>
  );
}

function Part({
  title,
  hint,
  add,
  children,
}: {
  title: string;
  hint: string;
  add: (() => void) | null;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div>
        <h2>{title}</h2>
        <small>{hint}</small>
      </div>
      <div>
        <ul>{children}</ul>
        {add && (
          <button type="button" className="link rules-add" onClick={add}>
            Thêm ngày nghỉ
          </button>
        )}
      </div>
    </section>
  );
}

function Name({
  value,
  isEditable,
  onChange,
  remove,
}: {
  value: string;
  isEditable: boolean;
  onChange: (name: string) => void;
  remove: () => void;
}) {
  return (
    <>
      <Field label="Tên">
        {(binding) => (
          <Input {...binding} disabled={!isEditable} value={value} onChange={({ target }) => onChange(target.value)} />
        )}
      </Field>
      {isEditable && (
        <Button type="text" onClick={remove}>
          Bỏ<span className="hidden-text"> {value}</span>
        </Button>
      )}
    </>
  );
}
