import { InvalidFieldError } from '../platform/errors/domain-error.js';

/** Whose password it is: what others know of him makes a bad one. */
export interface PasswordContext {
  loginName: string;
  displayName: string;
  bodyName: string;
}

/** @throws InvalidFieldError naming what is wrong with the password */
export async function requireGoodPassword(password: string, _context: PasswordContext): Promise<void> {
  const { length } = [...password.normalize('NFC')];
  if (length < 12) throw new InvalidFieldError('password', 'Mật khẩu cần ít nhất 12 ký tự.');
  if (length > 200) throw new InvalidFieldError('password', 'Mật khẩu dài nhất 200 ký tự.');
}
