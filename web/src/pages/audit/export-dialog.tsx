import { useMutation } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { fetchFile, save } from '../../parts/fetched-file.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { today } from '../../words/format.ts';
import { asked, type TrailFilters } from './audit-queries.ts';

const formats = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
];

/** Takes the entries that the filters show, of a period, out as a file. */
export function ExportDialog({ filters, close }: { filters: TrailFilters; close: () => void }) {
  const [from, setFrom] = useState(filters.from || `${today().slice(0, 7)}-01`);
  const [until, setUntil] = useState(filters.until || today());
  const [format, setFormat] = useState('xlsx');
  const exporting = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams(asked({ ...filters, from, until }));
      save(await fetchFile(`/api/v1/audit/export/${format}?${query.toString()}`));
    },
    onSuccess: close,
  });
  const { error } = exporting;
  const isNarrowed = Object.keys(asked({ ...filters, from: '', until: '' })).length > 0;
  return (
    <FormDialog
      title="Xuất nhật ký ra tệp"
      act="Xuất nhật ký"
      send={() => exporting.mutate()}
      close={close}
      isPending={exporting.isPending}
      fault={faultElsewhere(error, ['from', 'until'])}
    >
      <p className="ink2">
        {isNarrowed ? 'Chỉ các mục khớp bộ lọc trên trang. ' : ''}Mỗi lần tối đa một năm. Việc xuất tệp cũng được ghi
        vào nhật ký.
      </p>
      <Period {...{ from, until, setFrom, setUntil, error }} />
      <Radio.Group
        aria-label="Dạng tệp"
        value={format}
        options={formats}
        onChange={({ target }) => setFormat(target.value as string)}
      />
    </FormDialog>
  );
}

function Period({
  from,
  until,
  setFrom,
  setUntil,
  error,
}: {
  from: string;
  until: string;
  setFrom: (day: string) => void;
  setUntil: (day: string) => void;
  error: Error | null;
}) {
  return (
    <div className="row audit-period">
      <Field label="Từ ngày" error={faultAt(error, 'from')}>
        {(binding) => <DayField binding={binding} value={from} onChange={setFrom} />}
      </Field>
      <Field label="Đến ngày" error={faultAt(error, 'until')}>
        {(binding) => <DayField binding={binding} value={until} onChange={setUntil} />}
      </Field>
    </div>
  );
}
