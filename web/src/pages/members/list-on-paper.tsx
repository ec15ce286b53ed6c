import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { fetchFile, save } from '../../parts/fetched-file.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { openPdf } from '../../parts/pdf.ts';
import { printPages } from '../../parts/print-pages.ts';
import { filterQuery, useMemberFilter } from './filter-address.ts';

type Way = 'print' | 'pdf' | 'docx' | 'xlsx';

const words: Record<Way, string> = {
  ...{ print: 'In ngay', pdf: 'Tải tệp PDF', docx: 'Tải tệp Word', xlsx: 'Tải tệp Excel' },
};

/** The list as it is filtered, on paper; each paper stands in the audit trail. */
export function ListOnPaper() {
  const { filter } = useMemberFilter();
  const [ready, setReady] = useState('');
  const making = useMutation({
    mutationFn: async (way: Way) => {
      const query = filterQuery(filter);
      query.set('purpose', way === 'print' ? 'print' : 'download');
      const file = await fetchFile(`/api/v1/members/list/${way === 'print' ? 'pdf' : way}?${query}`);
      if (way !== 'print') return save(file);
      const { pages, close } = await openPdf(file.bytes);
      try {
        await printPages(pages, (count) => setReady(` ${count}/${pages.length}`));
      } finally {
        close();
      }
    },
    onSettled: () => setReady(''),
  });
  const fault = faultElsewhere(making.error, []);
  const items = (Object.keys(words) as Way[]).map((key) => ({ key, label: words[key] }));
  return (
    <>
      <Dropdown
        menu={{ items, onClick: ({ key }) => making.mutate(key as Way) }}
        trigger={['click']}
        disabled={making.isPending}
      >
        <Button aria-haspopup="menu">{making.isPending ? `Đang lập danh sách${ready}` : 'In danh sách'}</Button>
      </Dropdown>
      {fault && <Banner title={fault} needsPerson />}
    </>
  );
}
