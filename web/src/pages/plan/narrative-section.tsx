import { Input } from 'antd';
import type { Schemas } from '../../api/client.ts';
import type { Session } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { narrativeParts } from './narrative-parts.ts';
import { Section } from './section.tsx';
import { useSection } from './use-section.ts';

type Narrative = Schemas['NarrativeDto'];

/** The office's own words for the report: folded, each saying where it will be printed and how much is written. */
export function NarrativeSection({ session }: { session: Session }) {
  const section = useSection<Narrative>(session.id, 'narrative', session.narrative);
  const { draft, change, faults } = section;
  return (
    <Section
      title="Lời cho báo cáo"
      hint="Mở từng phần để viết. Mỗi phần nói rõ sẽ in ở đâu."
      state={section}
      act="Ghi lời cho báo cáo"
      save={() => section.save({ narrative: draft })}
    >
      <div>
        {narrativeParts.map(({ part, name, place }) => (
          <details key={part} className="plan-part" open={faults[`narrative.${part}`] !== undefined || undefined}>
            <summary>
              <b>{name}</b> <small>{lengthOf(draft[part])}</small>
            </summary>
            <Field label={name} hint={`In ở: ${place}.`} error={faults[`narrative.${part}`]}>
              {(binding) => (
                <Input.TextArea
                  {...binding}
                  rows={3}
                  value={draft[part] ?? ''}
                  onChange={({ target }) => change({ [part]: target.value })}
                />
              )}
            </Field>
          </details>
        ))}
      </div>
    </Section>
  );
}

function lengthOf(text: string | undefined): string {
  const words = (text ?? '').trim().split(/\s+/).filter(Boolean).length;
  return words === 0 ? 'chưa viết' : `${words} chữ`;
}
