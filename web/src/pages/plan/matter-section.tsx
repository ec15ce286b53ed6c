import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useCommittee } from '../../api/me.ts';
import { resolutionsQuery, type Session } from '../../api/queries.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { day, searchKey } from '../../words/format.ts';
import { Section } from './section.tsx';
import { useSection } from './use-section.ts';

const emptyBasis = { number: '', issuer: '', issuedOn: '', name: '' };

/** What is studied, on whose plan. */
export function MatterSection({ session }: { session: Session }) {
  const section = useSection(session.id, 'matter', {
    resolutionIds: session.resolutions.map(({ id }) => id),
    basis: session.basis,
  });
  const { draft, change, faults } = section;
  return (
    <Section
      title="Căn cứ và văn bản học"
      hint="Văn bản đứng trước in trước."
      state={section}
      act="Ghi căn cứ và văn bản học"
      save={() => section.save(draft)}
    >
      <Resolutions
        session={session}
        chosen={draft.resolutionIds}
        choose={(resolutionIds) => change({ resolutionIds })}
      />
      <BasisFields basis={draft.basis} change={(basis) => change({ basis })} faults={faults} />
    </Section>
  );
}

function Resolutions({
  session,
  chosen,
  choose,
}: {
  session: Session;
  chosen: string[];
  choose: (ids: string[]) => void;
}) {
  const register = useQuery(resolutionsQuery());
  const known = register.data ?? session.resolutions;
  return (
    <Field label="Văn bản học">
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          className="plan-resolutions"
          placeholder="Chọn trong sổ nghị quyết"
          value={chosen}
          onChange={choose}
          optionFilterProp="label"
          filterOption={(text, option) => searchKey(option?.search ?? '').includes(searchKey(text))}
          options={known.map(({ id: value, title, number, issuedOn }) => ({
            value,
            label: title,
            search: `${title} ${number ?? ''} ${day(issuedOn)}`,
          }))}
        />
      )}
    </Field>
  );
}

type Basis = NonNullable<Session['basis']>;

interface BasisProps {
  basis: Session['basis'];
  change: (basis: Session['basis']) => void;
  faults: Record<string, string>;
}

function BasisFields({ basis, change, faults }: BasisProps) {
  const superior = useCommittee().data?.superiorBodyName ?? '';
  if (!basis)
    return (
      <div>
        <Button onClick={() => change({ ...emptyBasis, issuer: superior })}>Thêm căn cứ của cấp trên</Button>
      </div>
    );
  const set = (part: Partial<Basis>): void => change({ ...basis, ...part });
  const text = (label: string, name: 'number' | 'issuer' | 'name') => (
    <Field label={label} error={faults[`basis.${name}`]}>
      {(binding) => <Input {...binding} value={basis[name]} onChange={({ target }) => set({ [name]: target.value })} />}
    </Field>
  );
  return (
    <>
      <div className="plan-three">
        {text('Số căn cứ', 'number')}
        {text('Cơ quan', 'issuer')}
        <Field label="Ngày của căn cứ" error={faults['basis.issuedOn']} className="plan-basis-day">
          {(binding) => (
            <DayField binding={binding} value={basis.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
          )}
        </Field>
      </div>
      {text('Tên căn cứ', 'name')}
      <div>
        <Button type="text" className="plan-quiet" onClick={() => change(null)}>
          Bỏ căn cứ này
        </Button>
      </div>
    </>
  );
}
