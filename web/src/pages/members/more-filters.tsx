import { Input, Select } from 'antd';
import { useSettledText } from '../../parts/settled-text.ts';
import { type MemberFilter, useMemberFilter } from './filter-address.ts';
import { exemptionWords, officesWords, sexWords } from './member-words.ts';

export const optionsOf = (all: string, words: Record<string, string>): { value: string; label: string }[] => [
  { value: '', label: all },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

/** One of the conditions that are shown on demand is set. */
export const hasMore = ({ sex, ageFrom, ageTo, offices, officeTitle, exemption }: MemberFilter): boolean =>
  [sex, ageFrom, ageTo, offices, officeTitle, exemption].some((value) => value !== undefined);

/** What is asked less often. */
export function MoreFilters() {
  const { filter, change } = useMemberFilter();
  return (
    <div className="row">
      <Select
        aria-label="Nam hay nữ"
        value={filter.sex ?? ''}
        options={optionsOf('Nam, nữ', sexWords)}
        onChange={(sex) => change({ sex })}
      />
      <Ages />
      <Select
        aria-label="Có chức vụ hay không"
        value={filter.offices ?? ''}
        options={optionsOf('Chức vụ: tất cả', officesWords)}
        onChange={(offices) => change({ offices })}
      />
      <Typed label="Tên chức vụ" value={filter.officeTitle ?? ''} onChange={(officeTitle) => change({ officeTitle })} />
      <Select
        aria-label="Lý do miễn sinh hoạt"
        value={filter.exemption ?? ''}
        options={optionsOf('Lý do miễn: tất cả', exemptionWords)}
        onChange={(exemption) => change({ exemption })}
      />
    </div>
  );
}

function Ages() {
  const { filter, change } = useMemberFilter();
  const { ageFrom, ageTo } = filter;
  const isCrossed = ageFrom !== undefined && ageTo !== undefined && ageFrom > ageTo;
  return (
    <>
      <Typed label="Từ tuổi" isAge value={String(ageFrom ?? '')} onChange={(age) => change({ ageFrom: age })} />
      <Typed label="Đến tuổi" isAge value={String(ageTo ?? '')} onChange={(age) => change({ ageTo: age })} />
      {isCrossed && (
        <small className="red" role="alert">
          Tuổi đầu lớn hơn tuổi cuối: không ai khớp.
        </small>
      )}
    </>
  );
}

/** Text that goes to the address once the hands rest: each question to the register stands in the audit trail. */
function Typed(props: { label: string; value: string; isAge?: boolean; onChange: (text: string) => void }) {
  const { label, value, isAge = false, onChange } = props;
  const [typed, change] = useSettledText(value, onChange);
  return (
    <Input
      className={isAge ? 'members-age' : 'members-office'}
      aria-label={label}
      placeholder={label}
      inputMode={isAge ? 'numeric' : 'text'}
      maxLength={100}
      value={typed}
      onChange={({ target }) => change(isAge ? target.value.replaceAll(/\D/g, '').slice(0, 3) : target.value)}
    />
  );
}
