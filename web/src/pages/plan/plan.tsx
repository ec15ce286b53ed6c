import { useOpenSession } from '../session/session-frame.tsx';
import { DateWarnings } from './date-warnings.tsx';
import { MannerSection } from './manner-section.tsx';
import { MatterSection } from './matter-section.tsx';
import { NarrativeSection } from './narrative-section.tsx';
import { DelegatesSection, GuestsSection } from './people-sections.tsx';
import { RemoveSession } from './remove-session.tsx';
import { RulesSection } from './rules-section.tsx';
import './plan.css';

/** All that the papers say of a session besides its figures, section by section. */
export function Plan() {
  const { session } = useOpenSession();
  return (
    <div className="plan" key={session.id}>
      <DateWarnings session={session} />
      <MatterSection session={session} />
      <MannerSection session={session} />
      <DelegatesSection session={session} />
      <GuestsSection session={session} />
      <RulesSection session={session} />
      <NarrativeSection session={session} />
      <RemoveSession session={session} />
    </div>
  );
}
