import { Select } from 'antd';
import type { Figures } from '../../api/queries.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { today } from '../../words/format.ts';
import type { Choice } from './papers.ts';

/** What a paper can be asked for: its day, and of an attendance list the whole class or one cell. */
export function PaperOptions({
  choice,
  figures,
  choose,
}: {
  choice: Choice;
  figures: Figures;
  choose: (choice: Choice) => void;
}) {
  const cells = figures.classes.find(({ classId }) => classId === choice.classId)?.cells ?? [];
  return (
    <div className="documents-options">
      {choice.paper === 'list' && (
        <Field label="In cho">
          {(binding) => (
            <Select
              {...binding}
              value={choice.cellId ?? ''}
              options={[
                { value: '', label: `Cả lớp, ${cells.length} chi bộ` },
                ...cells.map(({ cellId, name }) => ({ value: cellId, label: name })),
              ]}
              onChange={(cellId) => choose({ ...choice, cellId: cellId || null })}
            />
          )}
        </Field>
      )}
      <Field label="Ngày của văn bản">
        {(binding) => (
          <DayField
            binding={binding}
            value={choice.reportedOn ?? today()}
            onChange={(day) => choose({ ...choice, reportedOn: day && day !== today() ? day : null })}
          />
        )}
      </Field>
    </div>
  );
}
