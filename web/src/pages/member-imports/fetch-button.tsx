import { useMutation } from '@tanstack/react-query';
import { Button, type ButtonProps } from 'antd';
import { fetchFile, save } from '../../parts/fetched-file.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';

/** A file that the server makes when it is asked for; what it refuses is said here. */
export function FetchButton({ address, children }: Pick<ButtonProps, 'children'> & { address: string }) {
  const fetching = useMutation({ mutationFn: async () => save(await fetchFile(address)) });
  const fault = faultElsewhere(fetching.error, []);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {children}
      </Button>
    </>
  );
}
