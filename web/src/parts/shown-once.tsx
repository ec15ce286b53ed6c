import { Button, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Field } from './field.tsx';
import './form-dialog.css';

export interface ShownOnceProps {
  title: string;
  label: string;
  /** What nobody can read again. */
  value: string;
  /** What it is good for, how long, and for whom. */
  sentence: string;
  close: () => void;
}

/** A secret that was just made: to be copied now. It closes by its button alone, so that it is not lost by a slip. */
export function ShownOnce({ title, label, value, sentence, close }: ShownOnceProps) {
  const field = useRef<InputRef>(null);
  const [told, tell] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.focus({ cursor: 'all' });
    try {
      await navigator.clipboard.writeText(value);
      tell('Đã chép.');
    } catch {
      // Without https browsers lend no clipboard; the text is selected, the keys do the rest.
      tell('Bấm Ctrl C để chép.');
    }
  };
  return (
    <Modal
      open
      width={640}
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={close}>Đã chép xong, đóng</Button>}
    >
      <div className="form-dialog">
        <p>{sentence}</p>
        <Field label={label}>{(binding) => <Input {...binding} ref={field} readOnly value={value} />}</Field>
        <div className="row">
          <Button type="primary" autoFocus onClick={() => void copy()}>
            Chép {label.toLowerCase()}
          </Button>
          <span role="status" className="ink2">
            {told}
          </span>
        </div>
      </div>
    </Modal>
  );
}
