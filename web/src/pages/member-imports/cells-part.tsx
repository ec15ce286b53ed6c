import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../../api/queries.ts';
import { faultAt } from '../../parts/faults.ts';
import { findsOption } from '../../parts/finds-option.ts';
import { Field } from '../../parts/field.tsx';
import { integer } from '../../words/format.ts';
import type { Reading } from './import-words.ts';
import { Part } from './part.tsx';
import type { ReadingChoice } from './reading-choice.ts';

type Option = { value: string; label: string };

const none: Option = { value: '', label: 'Không phải chi bộ nào trong sổ' };

const namedHint = 'Tên chi bộ trong tệp và chi bộ trong sổ. Chi bộ chưa có trong sổ thì lập ở trang Chi bộ trước.';

/** The committee's cells on the day from which the list holds. */
function useCells(asOf: string): Option[] {
  const units = useQuery(unitsQuery(asOf));
  return (units.data ?? []).filter(({ kind }) => kind === 'cell').map(({ id, name }) => ({ value: id, label: name }));
}

interface CellsPartProps {
  reading: Reading;
  said: ReadingChoice;
}

/** Which cell each name means; where the list names none, the one in which all are. */
export function CellsPart({ reading, said }: CellsPartProps) {
  const options = useCells(said.choice.from);
  const { cells } = reading;
  const hasCode = said.choice.columns.some(({ field }) => field === 'unitCode');
  if (cells.length === 0 && hasCode) return null;
  return (
    <Part title="Chi bộ" note={cells.length === 0 ? 'Danh sách không ghi chi bộ.' : namedHint}>
      {cells.length === 0 ? (
        <CellForAll options={options} said={said} />
      ) : (
        <Named cells={cells} options={options} said={said} />
      )}
    </Part>
  );
}

function CellForAll({ options, said: { choice, change, error } }: { options: Option[]; said: ReadingChoice }) {
  return (
    <Field label="Mọi người trong danh sách ở" error={faultAt(error, 'cellForAll')}>
      {({ id }) => (
        <Select
          id={id}
          showSearch={{ filterOption: findsOption }}
          placeholder="Chọn chi bộ"
          value={choice.cellForAll}
          options={options}
          onChange={(cellForAll) => change({ cellForAll })}
        />
      )}
    </Field>
  );
}

/** Those that need a look stand open, the others behind a count. */
function Named({ cells, options, said }: { cells: Reading['cells']; options: Option[]; said: ReadingChoice }) {
  const [isOpen, setOpen] = useState(false);
  const sure = cells.filter(({ cellId, found }) => cellId !== null && found !== 'similar');
  const shown = isOpen ? cells : cells.filter((cell) => !sure.includes(cell));
  return (
    <div className="import-cells">
      {sure.length > 0 && !isOpen && (
        <div className="spread">
          <p>{integer(sure.length)} chi bộ khớp với sổ.</p>
          <Button onClick={() => setOpen(true)}>Xem tất cả</Button>
        </div>
      )}
      {shown.length > 0 && (
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">Tên trong tệp</th>
              <th scope="col">Số dòng</th>
              <th scope="col">Là chi bộ</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => (
              <Row key={cell.name} cell={cell} options={options} said={said} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface RowProps {
  cell: Reading['cells'][number];
  options: Option[];
  said: ReadingChoice;
}

function Row({ cell: { name, rows, found }, options, said }: RowProps) {
  const id = useId();
  const cellId = said.choice.cells.find((each) => each.name === name)?.cellId ?? null;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>{name}</label>
      </th>
      <td className="ink2">{rows > 0 ? `${integer(rows)} dòng` : ''}</td>
      <td>
        <Select
          id={id}
          showSearch={{ filterOption: findsOption }}
          status={cellId === null ? 'warning' : ''}
          value={cellId ?? ''}
          options={[none, ...options]}
          onChange={(chosen) => said.setCell(name, chosen === '' ? null : chosen)}
        />
        {found === 'similar' && <small className="import-guess">Tên gần giống, xin xem lại</small>}
        {cellId === null && (
          <small className="import-guess">Chưa khớp: người mới ở các dòng này sẽ không ghi được</small>
        )}
      </td>
    </tr>
  );
}
