import { type ReactNode, useEffect } from 'react';
import './parts.css';

/** One page: what it is called, in the browser too; at most one main act at the right. */
export function Page({
  title,
  head,
  act,
  children,
}: {
  title: string;
  head?: ReactNode;
  act?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Quán Triệt`;
  }, [title]);
  return (
    <main className="page" id="main">
      <div className="page-head">
        {head ?? <h1>{title}</h1>}
        {act}
      </div>
      {children}
    </main>
  );
}
