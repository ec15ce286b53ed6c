import { type ReactNode, useId } from 'react';

/** One thing that the list says, with its name at the left. */
export function Part({ title, note, children }: { title: string; note?: string | null; children: ReactNode }) {
  const id = useId();
  return (
    <section className="import-part" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {note && <small>{note}</small>}
      </div>
      {children}
    </section>
  );
}
