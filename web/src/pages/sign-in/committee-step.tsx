import { Button, Input } from 'antd';
import { useState } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { CommitteeWords } from '../../words/committee-words.ts';
import { type FirstRunDraft, wordsOf } from './first-run-draft.ts';

interface StepProps {
  draft: FirstRunDraft;
  change: (part: Partial<FirstRunDraft>) => void;
  faultAt: (path: string) => string | undefined;
}

/** What only a person knows; all else follows from it and is shown below. */
export function CommitteeStep({ draft, change, faultAt, next }: StepProps & { next: () => void }) {
  return (
    <form
      className="first-run-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <div>
        <h1>Lập đảng bộ</h1>
        <p className="ink2">Những điều này in lên văn bản.</p>
      </div>
      <TextField
        label="Tên đảng bộ cơ sở"
        error={faultAt('committee.name')}
        size="large"
        autoFocus
        placeholder="Đảng bộ phường …"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <SuperiorFields draft={draft} change={change} faultAt={faultAt} />
      <WordsOnPaper draft={draft} change={change} faultAt={faultAt} />
      <Button type="primary" size="large" htmlType="submit">
        Tiếp: người quản trị
      </Button>
    </form>
  );
}

function SuperiorFields({ draft, change, faultAt }: StepProps) {
  return (
    <>
      <TextField
        label="Đảng bộ cấp trên trực tiếp"
        error={faultAt('committee.superiorName')}
        hint="In ở dòng đầu bên trái của mọi văn bản."
        size="large"
        placeholder="Đảng bộ quận …"
        value={draft.superiorName}
        onChange={(superiorName) => change({ superiorName })}
      />
      <div className="first-run-pair">
        <TextField
          label="Người ký văn bản"
          error={faultAt('committee.signerName')}
          hint="Họ tên Bí thư."
          size="large"
          value={draft.signerName}
          onChange={(signerName) => change({ signerName })}
        />
        <Field
          label="Ngày thành lập đảng bộ"
          error={faultAt('committee.foundedOn')}
          hint="Không nhớ ngày thì ghi 01/01 của năm đó."
        >
          {(binding) => (
            <DayField binding={binding} value={draft.foundedOn} onChange={(foundedOn) => change({ foundedOn })} />
          )}
        </Field>
      </div>
    </>
  );
}

const labels: [Exclude<keyof CommitteeWords, 'recipients'>, string][] = [
  ['bodyName', 'Cấp ủy'],
  ['superiorBodyName', 'Cấp ủy cấp trên'],
  ['place', 'Nơi ghi trên văn bản'],
  ['documentCode', 'Ký hiệu văn bản'],
  ['signingPower', 'Thẩm quyền ký'],
  ['signerPost', 'Chức vụ người ký'],
];

/** The words that follow from the names: read first, mended only where they are wrong. */
function WordsOnPaper({ draft, change, faultAt }: StepProps) {
  const words = wordsOf(draft);
  const hasFault = [...labels.map(([key]) => key), 'recipients'].some((key) => faultAt(`committee.${key}`));
  const [isOpen, setOpen] = useState(false);
  const set = (part: Partial<CommitteeWords>): void => change({ words: { ...draft.words, ...part } });
  if (!words.bodyName && !hasFault) return null;
  return (
    <section className="first-run-words" aria-label="Chữ in trên văn bản">
      <div className="spread">
        <h2>Chữ in trên văn bản</h2>
        {!isOpen && !hasFault && (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            Sửa
          </button>
        )}
      </div>
      {isOpen || hasFault ? <WordFields words={words} set={set} faultAt={faultAt} /> : <WordsRead words={words} />}
    </section>
  );
}

function WordsRead({ words }: { words: CommitteeWords }) {
  const rows = [...labels.map(([key, label]) => [label, words[key]]), ['Nơi nhận', words.recipients.join('; ')]];
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function WordFields({
  words,
  set,
  faultAt,
}: {
  words: CommitteeWords;
  set: (part: Partial<CommitteeWords>) => void;
  faultAt: StepProps['faultAt'];
}) {
  return (
    <div className="first-run-pair">
      {labels.map(([key, label]) => (
        <TextField
          key={key}
          label={label}
          error={faultAt(`committee.${key}`)}
          value={words[key]}
          onChange={(text) => set({ [key]: text })}
        />
      ))}
      <Field label="Nơi nhận" hint="Mỗi nơi một dòng." error={faultAt('committee.recipients')} className="wide">
        {(binding) => (
          <Input.TextArea
            {...binding}
            rows={4}
            value={words.recipients.join('\n')}
            onChange={({ target }) => set({ recipients: target.value.split('\n') })}
          />
        )}
      </Field>
    </div>
  );
}
