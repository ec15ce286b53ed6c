import type { ShownOnceProps } from '../../parts/shown-once.tsx';
import { momentOf } from '../../words/format.ts';

/** A link that an administrator has just got for somebody. */
export interface NewLink {
  displayName: string;
  /** He has a password, and gets a new one. */
  isReset: boolean;
  token: string;
  expiresAt: string;
}

/** How the link is shown, once. */
export function linkShown({ displayName, isReset, token, expiresAt }: NewLink): Omit<ShownOnceProps, 'close'> {
  return {
    title: isReset ? `Liên kết đặt mật khẩu mới: ${displayName}` : `Liên kết mời: ${displayName}`,
    label: 'Liên kết',
    value: `${globalThis.location.origin}/invitation#${token}`,
    sentence: `Chỉ hiện một lần. Gửi riêng cho ${displayName}; ai có liên kết này thì đặt được mật khẩu. Dùng được một lần, đến ${momentOf(expiresAt)}.`,
  };
}
