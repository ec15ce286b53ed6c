import { useState } from 'react';
import { LinkButton } from '../../parts/link-button.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import type { Debt } from './debts.ts';

const FIRST = 5;

/** What is owed, at most five at once. */
export function DebtList({ debts }: { debts: Debt[] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <section className="home-debts" aria-labelledby="home-debts">
      <div className="spread">
        <h2 id="home-debts">Việc còn nợ</h2>
        {debts.length > 0 && <small>{debts.length} việc</small>}
      </div>
      {debts.length === 0 && (
        <p className="sheet home-none">
          <StateMark state="done" /> Không còn việc nào nợ.
        </p>
      )}
      {debts.length > 0 && (
        <ul className="sheet">
          {(isWhole ? debts : debts.slice(0, FIRST)).map((debt, index) => (
            <DebtRow key={debt.key} debt={debt} isFirst={index === 0} />
          ))}
        </ul>
      )}
      {!isWhole && debts.length > FIRST && (
        <button type="button" className="link home-all" onClick={() => setWhole(true)}>
          Xem cả {debts.length} việc
        </button>
      )}
    </section>
  );
}

/** Only the first is red, since one thing is to be done first. */
function DebtRow({ debt: { title, detail, to, act, isUrgent }, isFirst }: { debt: Debt; isFirst: boolean }) {
  const isRed = isUrgent && isFirst;
  return (
    <li className={isRed ? 'urgent' : ''}>
      <StateMark state={isRed ? 'needed' : 'idle'} />
      <div>
        <p>{title}</p>
        <small>{detail}</small>
      </div>
      <LinkButton to={to}>{act}</LinkButton>
    </li>
  );
}
