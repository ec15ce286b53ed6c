import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { DatedHolidays, YearlyHolidays } from './holidays.tsx';
import { kindWords } from './request-words.ts';
import { Keeping } from './keeping.tsx';
import { Count, type Due, type PartProps, type Rules } from './rule-part.tsx';

const { client, dataOf } = api;

function useRules(rules: Rules) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(rules);
  const save = useMutation({
    mutationFn: (body: Rules) => dataOf(client.PUT('/api/v1/data-rules', { body })),
    onSuccess: async (saved) => {
      setTyped(saved);
      await queries.invalidateQueries({ queryKey: ['data-requests'] });
    },
  });
  const kept = save.data ?? rules;
  return {
    ...{ typed, save, isChanged: JSON.stringify(typed) !== JSON.stringify(kept), forget: () => setTyped(kept) },
    change: (part: Partial<Rules>): void => setTyped({ ...typed, ...part }),
  };
}

export function RulesForm({ rules, due, isEditable }: { rules: Rules; due: Due[]; isEditable: boolean }) {
  const { typed, change, save, isChanged, forget } = useRules(rules);
  const part = { rules: typed, isEditable, change };
  const fault = faultElsewhere(save.error, []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(typed);
  };
  return (
    <form className="rules" onSubmit={send}>
      <Periods {...part} />
      <YearlyHolidays {...part} />
      <DatedHolidays {...part} />
      <Keeping {...part} due={due} />
      {fault && <Banner title={`Chưa ghi được. ${fault}`} needsPerson />}
      {isEditable && (
        <div className="row rules-acts">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!isChanged}>
            Ghi thời hạn và lưu giữ
          </Button>
          {isChanged && (
            <Button type="text" onClick={forget}>
              Bỏ những gì vừa sửa
            </Button>
          )}
          <small role="status">{save.isSuccess && !isChanged && 'Đã ghi.'}</small>
        </div>
      )}
    </form>
  );
}

function Periods({ rules, isEditable, change }: PartProps) {
  const kinds = Object.keys(kindWords) as (keyof Rules['days'])[];
  return (
    <section aria-labelledby="rules-periods">
      <div>
        <h2 id="rules-periods">Thời hạn giải quyết</h2>
        <small>
          Số ngày ghi sẵn theo Nghị định 356/2025/NĐ-CP, điều 5. Đổi ở đây khi luật đổi; yêu cầu đã nhận giữ thời hạn
          cũ.
        </small>
      </div>
      <div className="rules-numbers">
        <Count
          label="Phản hồi tiếp nhận, ngày làm việc"
          value={rules.acknowledgeWorkingDays}
          isEditable={isEditable}
          onChange={(acknowledgeWorkingDays) => change({ acknowledgeWorkingDays })}
        />
        {kinds.map((kind) => (
          <Count
            key={kind}
            label={`${kindWords[kind]}, ngày`}
            value={rules.days[kind]}
            isEditable={isEditable}
            onChange={(days) => change({ days: { ...rules.days, [kind]: days } })}
          />
        ))}
      </div>
    </section>
  );
}
