import { describe, expect, it } from 'vitest';
import { detectEncoding, encodingOfFont } from './encoding-detection.js';

const tcvn3 = 'NguyÔn V¨n An\nTrÇn ThÞ B×nh\nLª §øc Th¾ng\nPh¹m Quèc H\u00adng\nBïi ThÞ Hång H¹nh';
const inCapitals = 'NGUYÔN V¡N AN\nTRÇN THÞ B×NH\nL£ §øC TH¾NG\nPH¹M QUèC H\u00adNG';
const vni = 'Nguyeãn Vaên An\nTraàn Thò Bình\nLeâ Ñöùc Thaéng\nPhaïm Quoác Höng\nBuøi Thò Hoàng Haïnh';
const unicode = 'Nguyễn Văn An\nTrần Thị Bình\nLê Đức Thắng\nPhạm Quốc Hưng\nBùi Thị Hồng Hạnh';

const many = (text: string, more: string): string => `${text}\n${more}`;
const moreTcvn3 =
  'Vâ Hoµng YÕn\nHuúnh TÊn Ph¸t\n§Æng Xu©n TiÕn\nNg« B¶o Ch©u\n§ç Mü Duyªn\nHå H÷u Léc\nD\u00ad¬ng V¨n TiÖp';

describe('the encoding of a font', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VnTimeH Bold', 'tcvn3-capitals'],
    ['.vntimeh', 'tcvn3-capitals'],
    ['.VNTIME', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['VnTimes2', 'none'],
    ['Times New Roman', 'none'],
    ['', 'none'],
  ])('of %j is %s', (font, encoding) => {
    expect(encodingOfFont(font)).toBe(encoding);
  });
});

describe('the encoding of a text', () => {
  it.each([
    ['.VnTime', tcvn3, 'tcvn3'],
    ['.VnTimeH', 'chi bé 5', 'tcvn3-capitals'],
    ['VNI-Times', vni, 'vni'],
    ['.VnTime', 'Chi bo 12', 'tcvn3'],
  ])('is told by the font %s, and is sure', (font, text, encoding) => {
    expect(detectEncoding(text, font)).toEqual({ encoding, by: 'font', certainty: 'sure' });
  });

  it('is Unicode where the text cannot be what the font says', () => {
    expect(detectEncoding(unicode, '.VnTime')).toEqual({ encoding: 'none', by: 'text', certainty: 'sure' });
  });

  it('is to be confirmed where the text is better Vietnamese without the font', () => {
    expect(detectEncoding('Xuân Kiên', '.VnTime')).toEqual({ encoding: 'tcvn3', by: 'font', certainty: 'likely' });
  });

  it.each([
    [tcvn3, 'tcvn3'],
    [inCapitals, 'tcvn3-capitals'],
    [vni, 'vni'],
    [vni.toUpperCase(), 'vni'],
    ['NguyÔn V¨n An', 'tcvn3'],
    ['Nguyeãn Vaên An', 'vni'],
  ])('is told by the words where no font tells: %j', (text, encoding) => {
    expect(detectEncoding(text, 'Arial')).toEqual({ encoding, by: 'text', certainty: 'likely' });
  });

  it('is sure without a font once a whole list says so', () => {
    expect(detectEncoding(many(tcvn3, moreTcvn3))).toEqual({ encoding: 'tcvn3', by: 'text', certainty: 'sure' });
  });

  it.each([
    unicode,
    unicode.normalize('NFD'),
    unicode.toUpperCase(),
    'Lê Tú\nHà Thành\nVân Ðài',
    'Nguyen Van An',
    '001095012345; 25°C; 1 250 000; §5; m²',
    'Chi bộ 5\nĐảng ủy phường',
    'Y Bih Êban\nRơ Chăm H’Yéo',
    '',
  ])('is none for %j', (text) => {
    expect(detectEncoding(text)).toMatchObject({ encoding: 'none', by: 'text' });
  });

  it.each([
    'Loïc\nLoïc\nLoïc',
    'Éric Besançon, né à Châtellerault\nHélène Noël\nFrançois Lefèvre',
    'Où est la forêt ? Là-bas, près du château; ça coûte très cher à Noël.',
    'Müller, Jörg; Weiß, Björn; Schäfer, Günther; Größe',
    'Peña, Núñez, José, María, Iñárritu, Muñoz',
    '«Bonjour» – déjà vu',
    'São João, Conceição, Guimarães',
  ])('is none for another language: %j', (text) => {
    expect(detectEncoding(text).encoding).toBe('none');
  });

  it('is none, to be looked at, where two encodings read equally well', () => {
    expect(detectEncoding('Leâ Thò Minh')).toEqual({ encoding: 'none', by: 'text', certainty: 'likely' });
    expect(detectEncoding('Leâ Thò Minh\nNguyeãn Vaên An').encoding).toBe('vni');
  });

  it('asks for each cell alone where some are Unicode and some are not', () => {
    expect(detectEncoding(`${unicode}\n${tcvn3}`)).toEqual({ encoding: 'none', by: 'text', certainty: 'likely' });
    expect(detectEncoding('TrÇn ThÞ B×nh').encoding).toBe('tcvn3');
  });
});
