import type { ReactNode } from 'react';

/** One question in plain words at the left, its fields at the right. */
export function Question({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="new-session-question">
      <div>
        <h2>{title}</h2>
        <small>{hint}</small>
      </div>
      <div className="new-session-fields">{children}</div>
    </section>
  );
}
