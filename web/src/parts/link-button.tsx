import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import './link-button.css';

/** A place that looks like an act: opens in a new tab as any link does. */
export function LinkButton({
  to,
  ...button
}: Pick<ButtonProps, 'type' | 'size' | 'children' | 'block'> & { to: string }) {
  const navigate = useNavigate();
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(to);
  };
  return <Button {...button} className="link-button" href={to} onClick={open} />;
}
