import { type ReactNode, useEffect } from 'react';
import './parts.css';
import '../shell/shell.css';
import './front-page.css';

/** A page for who is not signed in yet: whose house it is at the left, one sheet with one thing to do at the right. */
export function FrontPage({
  title,
  heading,
  lead,
  children,
}: {
  title: string;
  heading: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Quán Triệt`;
  }, [title]);
  return (
    <main className="front-page">
      <div>
        <span className="brand">
          <span aria-hidden="true" /> Quán Triệt
        </span>
        <h1>{heading}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      <div className="sheet">{children}</div>
      <footer>Dữ liệu nằm trên máy của Đảng ủy, không gửi đi đâu.</footer>
    </main>
  );
}
