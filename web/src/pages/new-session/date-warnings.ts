import { day } from '../../words/format.ts';

interface Dates {
  heldOn: string;
  basis: { number: string; issuedOn: string } | null;
  studied: { title: string; issuedOn: string } | null;
}

/** A doubt about two days, both named; `earlier` and `later` are the facts to print bold. */
export interface DateDoubt {
  /** The day that comes too early, as it is called. */
  subject: string;
  day: string;
  /** The paper that ought to come before it. */
  paper: string;
  paperDay: string;
}

/** A session is held after the plan it follows, and that plan is made after what it is about. */
export function dateDoubts({ heldOn, basis, studied }: Dates): DateDoubt[] {
  const plan = basis && { ...basis, words: `Kế hoạch ${basis.number}` };
  const doubts: DateDoubt[] = [];
  const compare = (subject: string, early: string, paper: string, late: string): void => {
    if (early && late && early < late) doubts.push({ subject, day: day(early), paper, paperDay: day(late) });
  };
  if (plan) compare('Ngày họp', heldOn, plan.words, plan.issuedOn);
  if (studied) compare('Ngày họp', heldOn, `“${studied.title}”`, studied.issuedOn);
  if (plan && studied) compare(`${plan.words} ngày`, plan.issuedOn, `“${studied.title}”`, studied.issuedOn);
  return doubts;
}
