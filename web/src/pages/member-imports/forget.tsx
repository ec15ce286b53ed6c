import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { importQuery } from './import-queries.ts';
import type { RegisterImport } from './import-words.ts';

const { client } = api;

/** The file and what was read of it go; the register stays as it is. */
export function Forget({ list: { id } }: { list: RegisterImport }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => client.DELETE('/api/v1/members/imports/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await navigate('/members/imports');
      queries.removeQueries({ queryKey: importQuery(id).queryKey });
      await queries.invalidateQueries({ queryKey: ['member-imports', 'list'] });
    },
  });
  const fault = faultElsewhere(forgetting.error, []);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <Popconfirm
        title="Bỏ lần nhập này?"
        description="Tệp và các dòng đã đọc bị xóa; sổ đảng viên không đổi."
        okText="Bỏ lần nhập"
        cancelText="Thôi"
        onConfirm={() => forgetting.mutate()}
      >
        <Button loading={forgetting.isPending}>Bỏ lần nhập này</Button>
      </Popconfirm>
    </>
  );
}
