import { Button, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { Field } from '../../parts/field.tsx';
import { integer } from '../../words/format.ts';
import type { Reading, RegisterImport } from './import-words.ts';
import { Part } from './part.tsx';
import type { ReadingChoice } from './reading-choice.ts';

interface SheetPartProps {
  sheets: RegisterImport['sheets'];
  reading: Reading;
  said: ReadingChoice;
}

/** Which sheet, and where its head stands. Said in one line where the machine has found both. */
export function SheetPart({ sheets, reading, said }: SheetPartProps) {
  const [isOpen, setOpen] = useState(reading.headRow === null);
  return (
    <Part title="Dòng tiêu đề">
      {isOpen ? (
        <SheetFields sheets={sheets} said={said} />
      ) : (
        <div className="spread">
          <p>
            {sheets.length > 1 && `Trang “${reading.sheet}”, `}
            {sheets.length > 1 ? 'dòng' : 'Dòng'} {said.choice.headRow ?? '–'}
            {said.choice.headDepth === 2 && ' và dòng ngay dưới'}
          </p>
          <Button onClick={() => setOpen(true)}>Chọn lại</Button>
        </div>
      )}
    </Part>
  );
}

function SheetFields({ sheets, said: { choice, readAnew, isPending } }: Omit<SheetPartProps, 'reading'>) {
  const [headRow, setHeadRow] = useState<number | null>(choice.headRow);
  const [depth, setDepth] = useState<1 | 2>(choice.headDepth);
  return (
    <div className="import-sheet">
      {sheets.length > 1 && (
        <SheetSelect sheets={sheets} value={choice.sheet} onChange={(sheet) => readAnew({ sheet, headRow: null })} />
      )}
      <Field label="Dòng tiêu đề là dòng số" hint="Số ở lề trái khi mở bằng Excel.">
        {(binding) => (
          <InputNumber
            {...binding}
            min={1}
            max={1_048_576}
            value={headRow}
            onChange={(row) => setHeadRow(row ? Math.round(row) : null)}
          />
        )}
      </Field>
      <Radio.Group
        aria-label="Số dòng của tiêu đề"
        value={depth}
        options={[
          { value: 1, label: 'Tiêu đề một dòng' },
          { value: 2, label: 'Tiêu đề hai dòng' },
        ]}
        onChange={({ target }) => setDepth(target.value)}
      />
      <div>
        <Button loading={isPending} disabled={headRow === null} onClick={() => readAnew({ headRow, headDepth: depth })}>
          Đọc lại danh sách
        </Button>
      </div>
    </div>
  );
}

interface SheetSelectProps extends Pick<SheetPartProps, 'sheets'> {
  value: string;
  onChange: (sheet: string) => void;
}

function SheetSelect({ sheets, value, onChange }: SheetSelectProps) {
  const options = sheets.map(({ name, rows, isHidden }) => ({
    value: name,
    label: `${name} · ${integer(rows)} dòng${isHidden ? ' · trang ẩn' : ''}`,
  }));
  return (
    <Field label="Trang">{({ id }) => <Select id={id} value={value} options={options} onChange={onChange} />}</Field>
  );
}
