import { Button } from 'antd';
import type { Session } from '../../api/queries.ts';
import { day, hour } from '../../words/format.ts';
import { useEditedClass } from './class-form.tsx';

/** Make-up classes share out no cells: they stand apart, in a line each. */
export function MakeUpClasses({ session }: { session: Session }) {
  const { edit } = useEditedClass();
  const classes = session.classes.filter(({ mode }) => mode === 'make-up');
  if (classes.length === 0) return null;
  return (
    <section className="classes-make-up">
      <h2>Lớp học bù</h2>
      <ul>
        {classes.map(({ id, name, venue, sittings, closedAt }) => (
          <li key={id} className="spread">
            <span>
              <b>{name}</b>{' '}
              <small>
                {[venue, ...sittings.map(({ heldOn, startsAt }) => `${day(heldOn)}, ${hour(startsAt)}`)].join(' · ')}
              </small>
            </span>
            {closedAt ? (
              <small>Đã chốt</small>
            ) : (
              <Button type="text" onClick={() => edit(id)}>
                Sửa {name}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
