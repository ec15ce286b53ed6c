import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Progress } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { sendFile } from '../../api/send-file.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { sizeWords } from './file-words.ts';

const accepted = '.pdf,.docx,.png,.jpg,.jpeg';

function useSending(path: string, sent: () => Promise<void>) {
  const [file, setFile] = useState<File | null>(null);
  const [isStated, setStated] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.append('isNotSecret', 'true');
      form.append('file', chosen);
      return sendFile(path, form, setShare);
    },
    onSuccess: async () => {
      choose(null);
      await sent();
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setStated(false);
    setAsked(false);
    setShare(0);
    sending.reset();
  };
  const send = (): void => {
    setAsked(!isStated);
    if (file && isStated) sending.mutate(file);
  };
  return {
    ...{ file, choose, isStated, state: setStated, send, share, isPending: sending.isPending },
    isMissing: isAsked && !isStated,
    fault: faultElsewhere(sending.error, []),
  };
}

/** Choose, state, send; what is refused is said here, and nothing of it was kept. */
export function SendFile({ path, sent }: { path: string; sent: () => Promise<void> }) {
  const { file, choose, ...sending } = useSending(path, sent);
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    choose(target.files?.[0] ?? null);
    // So that the same file can be chosen again after it was mended.
    target.value = '';
  };
  return (
    <div className="send-file">
      <input ref={input} type="file" accept={accepted} hidden aria-label="Tệp văn bản" onChange={take} />
      {!file && (
        <div className="row">
          <Button onClick={() => input.current?.click()}>Gửi tệp văn bản</Button>
          <small>PDF, Word (.docx) hoặc ảnh chụp. Không gửi tài liệu mật.</small>
        </div>
      )}
      {file && <Chosen {...sending} name={file.name} size={file.size} leave={() => choose(null)} />}
    </div>
  );
}

interface ChosenProps extends Omit<ReturnType<typeof useSending>, 'file' | 'choose'> {
  name: string;
  size: number;
  leave: () => void;
}

function Chosen({ name, size, isStated, state, isMissing, isPending, share, fault, send, leave }: ChosenProps) {
  return (
    <>
      <p className="strong">
        {name} <small>{sizeWords(size)}</small>
      </p>
      <Checkbox checked={isStated} disabled={isPending} onChange={({ target }) => state(target.checked)}>
        Tài liệu không thuộc bí mật nhà nước
      </Checkbox>
      {isMissing && (
        <small className="red" role="alert">
          Người gửi phải xác nhận điều này thì tệp mới được nhận.
        </small>
      )}
      {fault && <Banner title={fault} needsPerson />}
      {isPending ? (
        <Progress
          percent={Math.round(share * 100)}
          aria-label="Đã gửi"
          format={(sent) => (sent === 100 ? 'Đang xem tệp' : `${sent} %`)}
        />
      ) : (
        <div className="row">
          <Button type="primary" onClick={send}>
            Gửi tệp
          </Button>
          <Button type="text" onClick={leave}>
            Thôi
          </Button>
        </div>
      )}
    </>
  );
}
