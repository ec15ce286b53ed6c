import { describe, expect, it } from 'vitest';
import { DomainError } from '../platform/errors/domain-error.js';
import { requireGoodPassword } from './password-rules.js';

const owner = { loginName: 'thu-trang', displayName: 'Nguyễn Thị Mẫu Trang', bodyName: 'Đảng ủy phường Thử Nghiệm' };

/** The sentence with which a password is refused; null where it is good. */
function refusalOf(password: string): string | null {
  try {
    requireGoodPassword(password, owner);
    return null;
  } catch (reason) {
    if (reason instanceof DomainError) return reason.message;
    throw reason;
  }
}

describe('a password', () => {
  it.each([
    'con mèo trèo cây cau buổi trưa',
    'chiếc ô tím dưới mưa',
    'jVq2-9kLmZ.x0Rt',
    'просто длинная фраза',
    '猫が窓の外を見ている午後の雨音',
    '🌵🪁 hai quả chanh dây',
    ' '.repeat(3) + 'gạo nếp cuối vườn ',
  ])('may be any sentence, in any letters: %s', (password) => {
    expect(refusalOf(password)).toBeNull();
  });

  it('says how much is missing, counting what a person counts', () => {
    expect(refusalOf('mười bốn ký tự')).toContain('ít nhất 15 ký tự, còn thiếu 1');
    expect(refusalOf('🌵🌵')).toContain('còn thiếu 13');
    expect(refusalOf('mười bốn ký tự'.normalize('NFD'))).toContain('còn thiếu 1');
  });

  it('may be 200 characters long, and no longer', () => {
    const long = Array.from({ length: 200 }, (_, n) => String.fromCodePoint(97 + ((n * n * 7 + n * 3) % 26))).join('');
    expect(refusalOf(long)).toBeNull();
    expect(refusalOf(`${long}x`)).toContain('200 ký tự');
    expect(refusalOf(`${long}\uFE0F`)).toContain('200 ký tự');
  });

  it.each([
    ['passwordpassword', 'lặp lại'],
    ['aaaaaaaaaaaaaaaaaaaa', 'lặp lại'],
    ['abcabcabcabcabcabc', 'lặp lại'],
    ['abcdefghijklmnopqrst', 'theo thứ tự'],
    ['qwertyuiopasdfgh', 'nhiều người dùng'],
    ['password1234567', 'nhiều người dùng'],
    ['Mật khẩu đăng nhập', 'nhiều người dùng'],
    ['matkhau-vietnam-2026', 'nhiều người dùng'],
    ['anh yêu em mãi mãi', 'nhiều người dùng'],
    ['thu-trang-thu-trang', 'gần giống'],
    ['Nguyễn Thị Mẫu Trang', 'gần giống'],
    ['nguyenthimautrang1', 'gần giống'],
    ['Đảng ủy phường Thử Nghiệm', 'gần giống'],
    ['dang-uy-phuong-thu-nghiem', 'gần giống'],
    ['thunghiem2026!', 'còn thiếu'],
    ['phuongthunghiem2026', 'gần giống'],
  ])('is refused where it is easily guessed: %s', (password, sentence) => {
    expect(refusalOf(password)).toContain(sentence);
  });

  it('is looked at within a blink, whatever it is', () => {
    refusalOf('làm nóng trước khi đo');
    const began = performance.now();
    refusalOf('p@ssw0rd1'.repeat(22));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
