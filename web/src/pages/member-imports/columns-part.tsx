import { Select } from 'antd';
import { findsOption } from '../../parts/finds-option.ts';
import { useId } from 'react';
import { fieldWords, type ImportField, type Reading } from './import-words.ts';
import { Part } from './part.tsx';
import type { ReadingChoice } from './reading-choice.ts';

type Column = Reading['columns'][number];

const unread = 'unread';
const options: { value: ImportField | typeof unread; label: string }[] = [
  { value: unread, label: 'Không đọc cột này' },
  ...(Object.keys(fieldWords) as ImportField[]).map((field) => ({ value: field, label: fieldWords[field] })),
];

/** Every column of the list: its head, what stands in it, what it is taken for. */
export function ColumnsPart({ columns, said }: { columns: Column[]; said: ReadingChoice }) {
  const guessed = columns.filter(({ found }) => found === 'guessed').length;
  return (
    <Part title="Các cột" note={guessed > 0 ? `${guessed} cột máy chỉ đoán: xin xem lại.` : null}>
      <table className="import-columns">
        <thead>
          <tr>
            <th scope="col">Cột trong tệp</th>
            <th scope="col">Thí dụ</th>
            <th scope="col">Là</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <Row key={column.column} column={column} said={said} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Row({ column, said }: { column: Column; said: ReadingChoice }) {
  const { letter, title, samples, found } = column;
  const id = useId();
  const field = said.choice.columns.find((each) => each.column === column.column)?.field ?? null;
  const isGuess = found === 'guessed' && field === column.field;
  return (
    <tr className={field === null ? 'is-left' : ''}>
      <th scope="row">
        <label htmlFor={id}>
          <small>{letter}</small> {title || '(không có tiêu đề)'}
        </label>
      </th>
      <td className="ink2">{samples.join(' · ')}</td>
      <td>
        <Select<ImportField | typeof unread, (typeof options)[number]>
          id={id}
          aria-describedby={isGuess ? `${id}-guess` : undefined}
          showSearch={{ filterOption: findsOption }}
          value={field ?? unread}
          options={options}
          onChange={(chosen) => said.setField(column.column, chosen === unread ? null : chosen)}
        />
        {isGuess && (
          <small id={`${id}-guess`} className="import-guess">
            Máy đoán, xin xem lại
          </small>
        )}
        {found === 'remembered' && <small>Như lần trước đã chọn</small>}
      </td>
    </tr>
  );
}
