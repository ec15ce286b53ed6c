import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Progress } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { sendFile } from '../api/send-file.ts';
import { sizeWords } from '../words/file-size.ts';
import { faultElsewhere } from './faults.ts';
import { Banner } from './notice.tsx';
import './send-file.css';

interface SendFileProps<Answer> {
  path: string;
  /** The endings that are taken: `.pdf,.docx`. */
  accepted: string;
  /** What the file is: `Tệp văn bản`. */
  label: string;
  act: string;
  hint: string;
  isMain?: boolean;
  /** A refusal of this code is a question: sent once more, with `again`, the file is taken. */
  askedAgain?: { code: string; act: string };
  sent: (answer: Answer) => unknown;
}

function useSending<Answer>({ path, sent, askedAgain }: Pick<SendFileProps<Answer>, 'path' | 'sent' | 'askedAgain'>) {
  const [file, setFile] = useState<File | null>(null);
  const [isStated, setStated] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: ({ chosen, isAgain }: { chosen: File; isAgain: boolean }) => {
      const form = new FormData();
      form.append('isNotSecret', 'true');
      if (isAgain) form.append('again', 'true');
      form.append('file', chosen);
      return sendFile<Answer>(path, form, setShare);
    },
    onSuccess: async (answer) => {
      choose(null);
      await sent(answer);
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setStated(false);
    setAsked(false);
    setShare(0);
    sending.reset();
  };
  const mayAgain = sending.error instanceof Problem && sending.error.code === askedAgain?.code;
  const send = (): void => {
    setAsked(!isStated);
    if (file && isStated) sending.mutate({ chosen: file, isAgain: mayAgain });
  };
  return {
    ...{ file, choose, isStated, state: setStated, send, share, isPending: sending.isPending },
    act: mayAgain && askedAgain ? askedAgain.act : 'Gửi tệp',
    isMissing: isAsked && !isStated,
    fault: faultElsewhere(sending.error, []),
  };
}

/** Choose, state, send; what is refused is said here, and nothing of it was kept. */
export function SendFile<Answer>(props: SendFileProps<Answer>) {
  const { accepted, label, act, hint, isMain = false } = props;
  const { file, choose, ...sending } = useSending(props);
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    choose(target.files?.[0] ?? null);
    // So that the same file can be chosen again after it was mended.
    target.value = '';
  };
  return (
    <div className="send-file">
      <input ref={input} type="file" accept={accepted} hidden aria-label={label} onChange={take} />
      {!file && (
        <div className="row">
          <Button type={isMain ? 'primary' : 'default'} onClick={() => input.current?.click()}>
            {act}
          </Button>
          <small>{hint}</small>
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

function Chosen({ name, size, isStated, state, isMissing, isPending, share, fault, act, send, leave }: ChosenProps) {
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
            {act}
          </Button>
          <Button type="text" onClick={leave}>
            Thôi
          </Button>
        </div>
      )}
    </>
  );
}
