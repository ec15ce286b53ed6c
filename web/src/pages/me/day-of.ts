import { day, inVietnam } from '../../words/format.ts';

/** `16/01/2021`, of a moment. */
export const dayOf = (moment: string): string => day(inVietnam(moment).day);
