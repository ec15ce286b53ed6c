import { deflateSync } from 'node:zlib';
import { Document, ExternalHyperlink, Header, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import PDFDocument from 'pdfkit';
import { faceFile } from '../../../src/reports/document/typeface.js';

const body = Array.from(
  { length: 12 },
  (_, index) => `Điều ${index + 1}. Các chi bộ tổ chức học tập, quán triệt nghị quyết.`,
);

/** A PDF of Vietnamese lines, as an office's program makes one. */
export async function pdfOf(head: string[] = ['NGHỊ QUYẾT'], options: object = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { promise, resolve } = Promise.withResolvers<void>();
  pdf.on('end', resolve);
  pdf.font(faceFile('Tinos-Regular')).fontSize(13);
  for (const line of [...head, ...body]) pdf.text(line);
  pdf.end();
  await promise;
  return Buffer.concat(chunks);
}

/** A PDF written by hand: objects as they are told, numbered from 1; the first is the catalogue. */
export function plainPdf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const pages = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'];

/** A page of nothing with something more in its catalogue, and more objects from number 4 on. */
export const pdfWith = (catalogue: string, ...more: string[]): Buffer =>
  plainPdf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, ...pages, ...more]);

/** Objects packed into a stream, as PDF 1.5 allows. */
export const packedObjects = (objects: string, filter = '/Filter /FlateDecode'): string => {
  const packed = deflateSync(Buffer.from(objects)).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};

export function docxOf(head: string[] = ['NGHỊ QUYẾT'], header: string[] = [], link = ''): Promise<Buffer> {
  const lines = [...head, ...body].map((text) => new Paragraph({ children: [new TextRun(text)] }));
  const linked = link
    ? [new Paragraph({ children: [new ExternalHyperlink({ link, children: [new TextRun('xem')] })] })]
    : [];
  const headers = { default: new Header({ children: header.map((text) => new Paragraph(text)) }) };
  return Packer.toBuffer(new Document({ sections: [{ headers, children: [...lines, ...linked] }] }));
}

/** A Word text with parts added or put in place of others. */
export async function docxWith(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await docxOf());
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The main part of a Word text around some paragraphs in WordprocessingML. */
export const wordText = (paragraphs: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document ${w}><w:body>${paragraphs}</w:body></w:document>`;

export const relations = (type: string, target: string, mode = 'External'): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
   <Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

export function png(): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from([0, 255]));
  return Buffer.concat([start, chunk('IHDR', size), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

export function jpeg(): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9];
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, ...scan]);
}
