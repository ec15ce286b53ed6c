import { describe, expect, it } from 'vitest';
import { markOfLine, markOfName } from './secrecy-mark.ts';

describe('a mark of secrecy', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['TUYỆT MẬT', 'TUYỆT MẬT'],
    ['  Mật  ', 'MẬT'],
    ['[ TỐI  MẬT ]', 'TỐI MẬT'],
    ['|MẬT|', 'MẬT'],
    ['M Ậ T', 'MẬT'],
    ['T U Y Ệ T  M Ậ T', 'TUYỆT MẬT'],
    ['MẬT'.normalize('NFD'), 'MẬT'],
    ['Độ mật: Tối mật', 'TỐI MẬT'],
    ['ĐỘ MẬT : MẬT', 'MẬT'],
    ['Mức độ mật: tuyệt mật.', 'TUYỆT MẬT'],
    ['mËt', 'MËT'],
    ['tuyÖt mËt', 'TUYÖT MËT'],
    ['TOÁI MAÄT', 'TOÁI MAÄT'],
  ])('is a line that says nothing else: %s', (line, mark) => {
    expect(markOfLine(line)).toBe(mark);
  });

  it.each([
    'Luật Bảo vệ bí mật nhà nước',
    'BÍ MẬT NHÀ NƯỚC',
    'BÍ MẬT',
    'Tài liệu không thuộc bí mật nhà nước',
    'Quy chế bảo mật thông tin',
    'Độ mật: không',
    'Độ mật:',
    'các độ mật gồm tuyệt mật, tối mật, mật',
    'Mật độ dân số',
    'MẬT MÃ',
    'Số 01-BC/ĐU',
    'mặt trận',
    'MAT',
    '',
  ])('is not found in other words: %s', (line) => {
    expect(markOfLine(line)).toBeNull();
  });

  it.each([
    ['01-BC MẬT.pdf', 'MẬT'],
    ['Báo cáo TỐI MẬT quý 1.docx', 'TỐI MẬT'],
    ['bao-cao (mật).pdf', 'MẬT'],
    ['NQ21_TUYỆT MẬT.pdf', 'TUYỆT MẬT'],
    ['NQ21-tuyet mat.pdf', 'TUYET MAT'],
    ['mật.pdf', 'MẬT'],
  ])('is seen in a file name: %s', (name, mark) => {
    expect(markOfName(name)).toBe(mark);
  });

  it.each([
    'Luật BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf',
    'Nghị quyết 21.pdf',
    'quy che bao mat.docx',
    'Chỉ thị về bảo mật.pdf',
    'MẶT TRẬN.pdf',
    '.pdf',
  ])('is not seen where there is none: %s', (name) => {
    expect(markOfName(name)).toBeNull();
  });
});
