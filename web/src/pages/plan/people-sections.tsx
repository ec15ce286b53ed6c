import { Button, Input, InputNumber } from 'antd';
import type { Schemas } from '../../api/client.ts';
import type { Session } from '../../api/queries.ts';
import { PeopleList } from './people-list.tsx';
import { Section } from './section.tsx';
import { useSection } from './use-section.ts';

type Guest = Schemas['GuestDto'];

export function DelegatesSection({ session }: { session: Session }) {
  const section = useSection(session.id, 'delegates', { delegates: session.delegates });
  const { delegates } = section.draft;
  return (
    <Section
      title="Đại biểu dự và chỉ đạo"
      hint="Thứ tự ở đây là thứ tự in: kéo số đứng đầu dòng, hoặc bấm Lên, Xuống."
      state={section}
      act={`Ghi ${delegates.length} đại biểu`}
      save={() => section.save(section.draft)}
    >
      <PeopleList
        title="Đại biểu"
        path="delegates"
        people={delegates}
        onChange={(people) => section.change({ delegates: people })}
        faults={section.faults}
        add="Thêm đại biểu"
      />
    </Section>
  );
}

export function GuestsSection({ session }: { session: Session }) {
  const section = useSection(session.id, 'guests', { guests: session.guests });
  const { guests } = section.draft;
  const change = (list: Guest[]): void => section.change({ guests: list });
  return (
    <Section
      title="Thành phần khác"
      hint="Không tính vào tỷ lệ. Số người để trống nếu không đếm."
      state={section}
      act={`Ghi ${guests.length} thành phần`}
      save={() => section.save(section.draft)}
    >
      <ul>
        {guests.map((guest, index) => (
          <GuestRow
            key={index}
            {...{ guest, index, fault: section.faults[`guests[${index}].category`] }}
            set={(part) => change(guests.map((each, at) => (at === index ? { ...each, ...part } : each)))}
            remove={() => change(guests.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <div>
        <Button onClick={() => change([...guests, { category: '', count: null }])}>Thêm thành phần</Button>
      </div>
    </Section>
  );
}

interface GuestRowProps {
  guest: Guest;
  index: number;
  fault: string | undefined;
  set: (part: Partial<Guest>) => void;
  remove: () => void;
}

function GuestRow({ guest, index, fault, set, remove }: GuestRowProps) {
  return (
    <li className="plan-guest">
      <div>
        <Input.TextArea
          rows={1}
          aria-label={`Thành phần ${index + 1}`}
          placeholder="Trưởng, phó các ngành, đoàn thể"
          status={fault ? 'error' : ''}
          value={guest.category}
          onChange={({ target }) => set({ category: target.value })}
        />
        {fault && <small className="red">{fault}</small>}
      </div>
      <InputNumber
        {...{ min: 0, max: 1_000_000, controls: false, placeholder: 'số người' }}
        aria-label={`Số người của ${guest.category || `thành phần ${index + 1}`}`}
        value={guest.count ?? null}
        onChange={(count) => set({ count })}
      />
      <Button type="text" aria-label={`Bỏ ${guest.category || `thành phần ${index + 1}`}`} onClick={remove}>
        Bỏ
      </Button>
    </li>
  );
}
