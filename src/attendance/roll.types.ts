import { PersonResult } from './tally.types.js';

/** A person of a roll with his result: what is shown, printed and, at closing, frozen. */
export class PersonOnRoll extends PersonResult {
  cellName: string;
  groupName: string | null;
  fullName: string;
  givenName: string;
  birthYear: number | null;
  office: string | null;
}
