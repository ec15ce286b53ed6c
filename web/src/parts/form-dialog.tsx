import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { Banner } from './notice.tsx';
import './form-dialog.css';

/** A short form over the page. Its act says what is written; a fault that belongs to no field stands on top. */
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
  return (
    <Modal
      {...{ open: true, width: 640, title, okText: act, cancelText: 'Thôi', confirmLoading: isPending }}
      onOk={send}
      onCancel={close}
    >
      <div className="form-dialog">
        {fault && <Banner title={fault} needsPerson />}
        {children}
      </div>
    </Modal>
  );
}
