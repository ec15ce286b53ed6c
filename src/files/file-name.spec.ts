import { describe, expect, it } from 'vitest';
import { asciiNameOf, fileNameFor } from './file-name.ts';

describe('the name of a stored file', () => {
  it.each([
    ['Nghị quyết 21.pdf', 'Nghị quyết 21.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\a\\nghi-quyet.PDF', 'nghi-quyet.pdf'],
    ['a\r\nset-cookie: b.pdf', 'a set-cookie b.pdf'],
    ['bao-cao.exe', 'bao-cao.pdf'],
    ['bao-cao.pdf.js', 'bao-cao.pdf.pdf'],
    ['fdp.\u202Eexe.pdf', 'fdp. exe.pdf'],
    ['.pdf', 'tai-lieu.pdf'],
    ['', 'tai-lieu.pdf'],
    ['CON<>:"|?*.pdf', 'CON.pdf'],
    ['Nghi\u0323 quye\u0302\u0301t.pdf', 'Nghị quyết.pdf'],
  ])('%j becomes %s', (given, name) => {
    expect(fileNameFor(given, 'pdf')).toBe(name);
  });

  it('is cut to what a disk takes', () => {
    expect(fileNameFor(`${'ậ'.repeat(400)}.pdf`, 'pdf')).toBe(`${'ậ'.repeat(150)}.pdf`);
  });

  it('ends as what the file is', () => {
    expect(fileNameFor('anh.jpeg', 'jpeg')).toBe('anh.jpeg');
    expect(fileNameFor('anh.png', 'jpeg')).toBe('anh.jpg');
  });

  it('has a form in ASCII', () => {
    expect(asciiNameOf('Đảng ủy – Nghị quyết.pdf')).toBe('Dang uy _ Nghi quyet.pdf');
  });
});
