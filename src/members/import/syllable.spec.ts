import { describe, expect, it } from 'vitest';
import { countSyllables, isSyllable, tellingWords } from './syllable.js';

describe('a Vietnamese syllable', () => {
  it.each(
    `nguyễn trần lê phạm huỳnh võ đặng bùi đỗ hồ ngô dương khuất nghiêm quách quỳnh quốc quyết giang gì giữ giêng giếng
     thuở khuya khuỷu ngoằn ngoèo yến ý xoong hoạch tuyết ưu ươm rượu ÁNH Đường`.split(/\s+/),
  )('is %s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each(['Vön', 'café', 'Noël', 'François', 'hôtel', 'ngườii', 'ấấ', 'Franỗois', 'sách́', 'mật-', 'các̀', 'cảt'])(
    'is not %s',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );
});

describe('the words that tell an encoding', () => {
  it('hold something beyond ASCII, and count once', () => {
    expect(tellingWords('Lê An, Lê Bình; 12/3 Hà')).toEqual(['Lê', 'Bình', 'Hà']);
    expect(countSyllables(['Lê', 'Bình', 'Noël'])).toBe(2);
  });
});
