import { StateMark } from '../../parts/state-mark.tsx';
import type { ImportSummary } from './import-words.ts';

const steps = ['Gửi tệp', 'Xem lại các cột', 'Kiểm tra', 'Ghi vào sổ'];

/** How many steps are done, and whether the next one is under way. */
const reached: Record<ImportSummary['state'], number> = {
  ...{ reading: 0, refused: 0, stopped: 1, mapping: 1, checking: 2, checked: 3, writing: 3, written: 4, undone: 3 },
};

/** The way of a list, with the place where it stands. */
export function StepLine({ state }: Pick<ImportSummary, 'state'>) {
  const at = reached[state];
  return (
    <ol className="import-steps" aria-label="Các bước">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          <StateMark state={index < at ? 'done' : index === at ? 'running' : 'idle'} />
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
