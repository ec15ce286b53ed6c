import { Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { Banner } from './notice.tsx';
import './form-dialog.css';

/** A short form over the page; Enter sends it. Its act says what is written; a fault that belongs to no field stands on top. */
export function FormDialog({
  title,
  act,
  send,
  close,
  isPending,
  fault,
  children,
}: {
  title: string;
  act: string;
  send: () => void;
  close: () => void;
  isPending: boolean;
  fault: string | null;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Modal
      {...{ open: true, width: 640, title, okText: act, cancelText: 'Thôi', confirmLoading: isPending }}
      okButtonProps={{ htmlType: 'submit', form: id }}
      onCancel={close}
    >
      <form
        id={id}
        className="form-dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) send();
        }}
      >
        {fault && <Banner title={fault} needsPerson />}
        {children}
      </form>
    </Modal>
  );
}
