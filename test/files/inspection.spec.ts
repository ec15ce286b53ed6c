import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/files/inspect-file.js';
import { inspect } from '../../src/files/inspection/inspect.js';
import {
  docxOf,
  docxWith,
  jpeg,
  packedObjects,
  pdfOf,
  pdfWith,
  plainPdf,
  png,
  relations,
  wordText,
} from './support/made-files.js';

type Made = () => Buffer | Promise<Buffer>;

async function objectionTo(made: Made, name = 'tai-lieu'): Promise<string | null> {
  const finding = await inspect(await made(), name);
  return finding.isTaken ? null : finding.objection;
}

const stamp = '<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>';
const fieldOf = (code: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText></w:r></w:p>`;

describe('a file that is looked at', () => {
  it.each<[string, Made, boolean]>([
    ['pdf', pdfOf, true],
    ['docx', docxOf, true],
    ['docx', () => docxOf(['NGHỊ QUYẾT'], [], 'https://tulieuvankien.dangcongsan.vn/'), true],
    ['pdf', () => pdfWith(''), false],
    ['png', png, false],
    ['jpeg', jpeg, false],
  ])('is taken as what it is (%s), and told whether there was text to search', async (kind, made, isSearched) => {
    expect(await inspect(await made(), 'tai-lieu.exe')).toEqual({ isTaken: true, kind, isSearched });
  });

  it.each<[string, Made]>([
    ['a text', () => Buffer.from('Nghị quyết')],
    ['nothing', () => Buffer.alloc(0)],
    ['a page', () => Buffer.from('<!doctype html><script>1</script>%PDF-1.7')],
    ['a program', () => Buffer.from('MZ\u0090\u0000')],
    ['an old Word text', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a drawing with scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>')],
    ['a spreadsheet', async () => (await docxWith({})).fill(0x78, 0, 4)],
  ])('is refused where it is none of the kinds: %s', async (_, made) => {
    expect(await objectionTo(made, 'nghi-quyet.pdf')).toBe('kind');
  });

  it.each<[string, Made]>([
    ['a PDF that ends early', async () => (await pdfOf()).subarray(0, 400)],
    ['a picture that ends early', () => png().subarray(0, 30)],
    ['a picture with something behind it', () => Buffer.concat([png(), Buffer.from('PK\u0003\u0004')])],
    ['a JPEG without a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9])],
    ['a zip that ends early', async () => (await docxOf()).subarray(0, 500)],
    [
      'a text with a DOCTYPE',
      () => docxWith({ 'word/document.xml': wordText(stamp, '<!DOCTYPE x [<!ENTITY a "b">]>') }),
    ],
    ['a text that is no XML', () => docxWith({ 'word/document.xml': '<w:document><w:body>' })],
  ])('is refused where it is damaged: %s', async (_, made) => {
    expect(await objectionTo(made)).toBe('damaged');
  });

  it.each<[string, Made]>([
    ['a script on opening', () => pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a script whose name is disguised', () => pdfWith('/OpenAction << /S /J#61vaScript /JS (1) >>')],
    ['a script among packed objects', () => pdfWith('', packedObjects('5 0 << /S /JavaScript /JS (1) >>'))],
    ['a program that is started', () => pdfWith('/OpenAction << /S /Launch /F (calc.exe) >>')],
    ['a file within', () => pdfWith('/Names << /EmbeddedFiles << /Names [] >> >>')],
    ['a form that is sent', () => pdfWith('/AA << /WC << /S /SubmitForm /F (http://x) >> >>')],
    ['an XFA form', () => pdfWith('/AcroForm << /XFA 4 0 R >>')],
    ['macros', () => docxWith({ 'word/vbaProject.bin': 'x' })],
    [
      'macros told of in the types',
      async () =>
        docxWith({
          '[Content_Types].xml':
            '<Types><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        }),
    ],
    ['an ActiveX control', () => docxWith({ 'word/activeX/activeX1.xml': '<a/>' })],
    ['an embedded object', () => docxWith({ 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'a template elsewhere',
      () => docxWith({ 'word/_rels/settings.xml.rels': relations('attachedTemplate', 'http://x/t.dotm') }),
    ],
    ['a picture elsewhere', () => docxWith({ 'word/_rels/document.xml.rels': relations('image', 'http://x/a.png') })],
    ['a link to a file', () => docxWith({ 'word/_rels/document.xml.rels': relations('hyperlink', 'file:///c:/x') })],
    [
      'a foreign piece of text',
      () => docxWith({ 'word/_rels/document.xml.rels': relations('aFChunk', 'a.html', 'Internal') }),
    ],
    [
      'a field that starts a program',
      () => docxWith({ 'word/document.xml': wordText(fieldOf('DDEAUTO c:\\\\x cmd')) }),
    ],
    [
      'a field in pieces',
      () => docxWith({ 'word/document.xml': wordText(fieldOf('DDE</w:instrText><w:instrText>AUTO x')) }),
    ],
  ])('is refused where it would do something: %s', async (_, made) => {
    expect(await objectionTo(made)).toBe('active');
  });

  it('is refused where it is locked', async () => {
    expect(await objectionTo(() => pdfOf(['NGHỊ QUYẾT'], { userPassword: 'a', ownerPassword: 'b' }))).toBe('password');
    expect(await objectionTo(() => plainPdf(['<< /Type /Catalog >>'], '/Encrypt 9 0 R'))).toBe('password');
  });

  it('is refused where it unpacks to far more than a paper holds', async () => {
    const zeros = Buffer.alloc(70 * 1024 * 1024);
    expect(await objectionTo(() => docxWith({ 'word/document.xml': zeros }))).toBe('unpacked');
    const many = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`word/media/${index}.png`, 'x']));
    expect(await objectionTo(() => docxWith(many))).toBe('unpacked');
    const bomb = packedObjects(' '.repeat(33 * 1024 * 1024));
    expect(await objectionTo(() => pdfWith('', bomb))).toBe('unpacked');
  });

  it('is looked at in a thread of its own, which ends with it', async () => {
    const [pdf, bomb] = [await pdfOf(), pdfWith('', packedObjects(' '.repeat(33 * 1024 * 1024)))];
    expect(await inspectFile(pdf, 'a.pdf')).toEqual({ isTaken: true, kind: 'pdf', isSearched: true });
    expect(await inspectFile(await docxOf(), 'a.pdf')).toEqual({ isTaken: true, kind: 'docx', isSearched: true });
    expect(await inspectFile(bomb, 'a.pdf')).toMatchObject({ isTaken: false, objection: 'unpacked' });
  });
});

describe('a file that is marked secret', () => {
  it.each<[string, Made, string?]>([
    ['a stamp in a PDF', () => pdfOf(['ĐẢNG ỦY PHƯỜNG', 'MẬT', 'NGHỊ QUYẾT'])],
    ['a degree in a PDF', () => pdfOf(['Độ mật: Tối mật', 'BÁO CÁO'])],
    ['spaced letters in a PDF', () => pdfOf(['T U Y Ệ T  M Ậ T'])],
    ['a stamp in a Word text', () => docxOf(['TỐI MẬT', 'BÁO CÁO'])],
    ['a stamp in the header of a Word text', () => docxOf(['BÁO CÁO'], ['Mật'])],
    [
      'a stamp in a text box',
      () =>
        docxWith({
          'word/document.xml': wordText(
            `<w:p><w:r><w:t>Số 01</w:t><w:txbxContent>${stamp}</w:txbxContent></w:r></w:p>`,
          ),
        }),
    ],
    [
      'a stamp in pieces',
      () => docxWith({ 'word/document.xml': wordText('<w:p><w:r><w:t>M</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>') }),
    ],
    ['a name', () => pdfOf(), '12-BC TỐI MẬT.pdf'],
    ['the name of a scan', png, 'bao cao (mật).png'],
  ])('is refused: %s', async (_, made, name) => {
    expect(await objectionTo(made, name)).toBe('secret');
  });

  it.each<[string, Made, string?]>([
    ['a law by its title', () => pdfOf(['LUẬT', 'BẢO VỆ BÍ MẬT NHÀ NƯỚC'])],
    ['running text', () => docxOf(['Các đồng chí giữ bí mật, bảo mật tài liệu tối mật theo quy định.'])],
    ['a name', () => pdfOf(), 'Luật BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf'],
  ])('is not what only speaks of secrets: %s', async (_, made, name) => {
    expect(await objectionTo(made, name)).toBeNull();
  });
});
