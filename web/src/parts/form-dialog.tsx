import { Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { Banner } from './notice.tsx';
import './form-dialog.css';

interface FormDialogProps {
  title: string;
  act: string;
  send: () => void;
  close: () => void;
  isPending: boolean;
  fault: string | null;
  /** The first field has the focus as soon as the dialog stands; antd would give it to the dialog. */
  focusFirst?: boolean;
  children: ReactNode;
}

/** A short form over the page; Enter sends it. Its act says what is written; a fault that belongs to no field stands on top. */
export function FormDialog(props: FormDialogProps) {
  const { title, act, send, close, isPending, fault, focusFirst = false, children } = props;
  const id = useId();
  return (
    <Modal
      {...{ open: true, width: 640, title, okText: act, cancelText: 'Thôi', confirmLoading: isPending }}
      okButtonProps={{ htmlType: 'submit', form: id }}
      onCancel={close}
      afterOpenChange={(isOpen) => {
        if (isOpen && focusFirst) document.getElementById(id)?.querySelector('input')?.focus();
      }}
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
