import type { Schemas } from '../../api/client.ts';
import { type CommitteeWords, committeeWords } from '../../words/committee-words.ts';

/** What was typed. The password is not in it: it must not lie in the browser's storage. */
export interface FirstRunDraft {
  name: string;
  superiorName: string;
  signerName: string;
  foundedOn: string;
  /** Words that somebody has set instead of the derived ones. */
  words: Partial<CommitteeWords>;
  displayName: string | null;
  loginName: string;
}

export const emptyFirstRun: FirstRunDraft = {
  ...{ name: '', superiorName: '', signerName: '', foundedOn: '' },
  ...{ words: {}, displayName: null, loginName: 'van-phong' },
};

export const isFirstRunDraft = (value: unknown): value is FirstRunDraft =>
  typeof value === 'object' && value !== null && Object.keys(emptyFirstRun).every((key) => key in value);

export const wordsOf = (draft: FirstRunDraft): CommitteeWords => ({
  ...committeeWords(draft.name, draft.superiorName),
  ...draft.words,
});

export const displayNameOf = (draft: FirstRunDraft): string =>
  draft.displayName ??
  (wordsOf(draft)
    .recipients.at(-1)
    ?.replace(/^Lưu /u, '') ||
    'Văn phòng Đảng ủy');

export function firstRunBody(draft: FirstRunDraft, password: string): Schemas['FirstRunDto'] {
  const { name, superiorName, signerName, foundedOn, loginName } = draft;
  const words = wordsOf(draft);
  const recipients = words.recipients.map((line) => line.trim()).filter(Boolean);
  return {
    committee: { name: name.trim(), superiorName: superiorName.trim(), signerName, foundedOn, ...words, recipients },
    account: { loginName, displayName: displayNameOf(draft), password },
  };
}

/** What the page itself can see missing, by the server's paths. */
export function missingOf(draft: FirstRunDraft): Record<string, string> {
  const asked = {
    'committee.name': draft.name.trim() === '' && 'Ghi tên đảng bộ, ví dụ Đảng bộ phường Sài Đồng.',
    'committee.superiorName': draft.superiorName.trim() === '' && 'Ghi đảng bộ cấp trên, ví dụ Đảng bộ quận Long Biên.',
    'committee.signerName': draft.signerName.trim() === '' && 'Ghi họ tên người ký.',
    'committee.foundedOn': draft.foundedOn === '' && 'Ghi ngày thành lập, ví dụ 01/01/2004.',
  };
  return Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== false));
}
