import { Button } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { integer } from '../../words/format.ts';
import { CellsPart } from './cells-part.tsx';
import { ColumnsPart } from './columns-part.tsx';
import { Forget } from './forget.tsx';
import type { Reading, RegisterImport } from './import-words.ts';
import { LettersPart } from './letters-part.tsx';
import { Part } from './part.tsx';
import { lackOf, type ReadingChoice, useReadingChoice } from './reading-choice.ts';
import { SheetPart } from './sheet-part.tsx';

interface ReadingStepProps {
  list: RegisterImport;
  reading: Reading;
  checked: () => void;
}

/** What the machine takes the list to mean, for a person to confirm or to put right. */
export function ReadingStep({ list, reading, checked }: ReadingStepProps) {
  const said = useReadingChoice(list.id, reading, checked);
  const fault = faultElsewhere(said.error, ['columns', 'from']);
  return (
    <div className="import-reading">
      {fault && <Banner title={fault} needsPerson />}
      <SheetPart sheets={list.sheets} reading={reading} said={said} />
      {reading.encodings.length > 0 && <LettersPart encodings={reading.encodings} said={said} />}
      {reading.headRow !== null && (
        <>
          <ColumnsPart columns={reading.columns} said={said} />
          <CellsPart reading={reading} said={said} />
          <FromPart said={said} />
        </>
      )}
      <Foot list={list} reading={reading} said={said} />
    </div>
  );
}

function FromPart({ said: { choice, change, error } }: { said: ReadingChoice }) {
  return (
    <Part title="Ngày có hiệu lực">
      <Field
        label="Những gì ghi vào sổ có hiệu lực từ ngày"
        error={faultAt(error, 'from')}
        hint="Báo cáo của các ngày trước đó không đổi."
      >
        {(binding) => <DayField binding={binding} value={choice.from} onChange={(from) => change({ from })} />}
      </Field>
    </Part>
  );
}

function Foot({ list, reading, said }: Omit<ReadingStepProps, 'checked'> & { said: ReadingChoice }) {
  const lack = lackOf(said.choice);
  return (
    <div className="import-foot sheet">
      <p>
        {lack || (
          <>
            <b>{integer(reading.dataRows)} dòng</b> sẽ được đối chiếu với sổ. Chưa ghi gì vào sổ.
          </>
        )}
      </p>
      <div className="row">
        <Forget list={list} />
        <Button type="primary" disabled={lack !== ''} loading={said.isPending} onClick={said.check}>
          Kiểm tra danh sách
        </Button>
      </div>
    </div>
  );
}
