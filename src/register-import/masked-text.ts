import { masked } from '../members/import/reading.js';

/** A cell as it may be shown. */
export const maskedText = (text: string): string => {
  const told = masked(text);
  return told.length > 80 ? `${told.slice(0, 79)}…` : told;
};
