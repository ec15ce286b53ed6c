import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { fetchFile, save } from '../../parts/fetched-file.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { filterQuery, useMemberFilter } from './filter-address.ts';

const items = [
  { key: 'national', label: 'Mẫu toàn quốc, để trống số căn cước' },
  { key: 'national-with-numbers', label: 'Mẫu toàn quốc, có số căn cước' },
];

/** The register as it is filtered, under the heads of the national export; each file stands in the audit trail. */
export function RegisterOut() {
  const { filter } = useMemberFilter();
  const making = useMutation({
    mutationFn: async (sheet: string) =>
      save(await fetchFile(`/api/v1/members/sheets/${sheet}?${filterQuery(filter)}`)),
  });
  const fault = faultElsewhere(making.error, []);
  return (
    <>
      <Dropdown
        menu={{ items, onClick: ({ key }) => making.mutate(key) }}
        trigger={['click']}
        disabled={making.isPending}
      >
        <Button aria-haspopup="menu">{making.isPending ? 'Đang lập tệp' : 'Xuất sổ ra Excel'}</Button>
      </Dropdown>
      {fault && <Banner title={fault} needsPerson />}
    </>
  );
}
