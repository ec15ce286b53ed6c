import type {
  Block,
  Caption,
  Column,
  Heading,
  Letterhead,
  PaperDocument,
  Paragraph,
  Run,
  SignatureBlock,
  Table,
  TableRow,
  Title,
} from './document.js';
import { cellsOf, cellText, placeHead, splitLastWord } from './table-grid.js';
import { capitals, escapeXml, printable, recipientLines } from './wording.js';

/** A page that needs nothing from elsewhere; for screens first, and printable on A4. */
const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; font: 1.0625rem/1.6 "Times New Roman", Tinos, "Liberation Serif", serif; color: #111; background: #fff; }
section + section { margin-top: 3rem; }
p { margin: 0 0 .75em; text-align: justify; text-indent: 2em; }
p.flush { text-indent: 0; } p.left { text-align: left; } p.center { text-align: center; text-indent: 0; }
h1, h2, h3 { margin: 1.2em 0 .5em; font-size: 1em; line-height: 1.4; }
h1 { text-align: center; font-size: 1.25em; }
h1 small { display: block; font-size: .9em; }
.letterhead, .signature { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 2rem; }
.letterhead > div, .signature .signer { text-align: center; }
.letterhead .party { display: inline-block; font-weight: bold; border-bottom: 1px solid; }
.letterhead .draft { flex-basis: 100%; text-align: right; font-weight: bold; }
.signature { margin-top: 1.5rem; break-inside: avoid; }
.signature ul { margin: 0; padding: 0; list-style: none; font-size: .875em; }
.signature .name { margin-top: 5em; font-weight: bold; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875em; font-variant-numeric: tabular-nums; }
caption { margin-bottom: .75em; } caption strong, caption em { display: block; }
th, td { border: 1px solid #555; padding: .25em .5em; } td.right { text-align: right; } td.center { text-align: center; }
th.formula { font-weight: normal; font-style: italic; } tr.total td, tr.subtotal td { font-weight: bold; }
.note { text-indent: 0; text-align: left; margin-top: .5em; }
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
@media print { body { max-width: none; padding: 0; font-size: 14pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h1, h2, h3 { break-after: avoid; } p { orphans: 2; widows: 2; } }
`;

/** The document as one HTML page for a site or a mail: semantic, escaped, without scripts or outside references. */
export function renderHtml(doc: PaperDocument): string {
  const sections = doc.sections.map(({ blocks }) => `<section>\n${blocksToHtml(blocks)}\n</section>`).join('\n');
  const author = doc.author === undefined ? '' : `<meta name="author" content="${escapeXml(doc.author)}">\n`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${author}<meta name="date" content="${doc.createdAt.toISOString()}">
<title>${escapeXml(doc.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
${sections}
</article>
</body>
</html>
`;
}

/** A caption goes into the table that follows it, where readers of screens look for it. */
function blocksToHtml(blocks: Block[]): string {
  return blocks
    .map((block, index) => {
      const previous = blocks[index - 1];
      if (block.type === 'table') return table(block, previous?.type === 'caption' ? previous : undefined);
      if (block.type === 'caption' && blocks[index + 1]?.type === 'table') return '';
      return blockToHtml(block);
    })
    .filter((html) => html !== '')
    .join('\n');
}

function blockToHtml(block: Exclude<Block, Table>): string {
  switch (block.type) {
    case 'letterhead':
      return letterhead(block);
    case 'title':
      return title(block);
    case 'heading':
      return heading(block);
    case 'paragraph':
      return paragraph(block);
    case 'caption':
      return `<header class="caption">${captionLines(block)}</header>`;
    case 'signature':
      return signature(block);
  }
}

/** Escaped, with chosen breaks kept. */
const line = (text: string): string => escapeXml(printable(text)).replaceAll('\n', '<br>');

function letterhead(block: Letterhead): string {
  const draft = block.draftMark === undefined ? '' : `<div class="draft">${line(block.draftMark)}</div>`;
  const bodies = `${line(capitals(block.superiorBody))}<br><strong>${line(capitals(block.issuingBody))}</strong><br>*<br>${line(block.number)}`;
  const party = `<span class="party">ĐẢNG CỘNG SẢN VIỆT NAM</span><br><em>${line(block.placeAndDate)}</em>`;
  return `<header class="letterhead">${draft}<div>${bodies}</div><div>${party}</div></header>`;
}

const title = ({ documentType, subject }: Title): string =>
  documentType === ''
    ? `<h1>${line(subject)}</h1>`
    : `<h1>${line(capitals(documentType))}<small>${line(subject)}</small></h1>`;

const heading = ({ level, text }: Heading): string => `<h${level + 1}>${line(text)}</h${level + 1}>`;

function paragraph({ runs, align, isIndented }: Paragraph): string {
  const classes = [
    ...(align === undefined || align === 'justify' ? [] : [align]),
    ...(isIndented === false ? ['flush'] : []),
  ];
  const attribute = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return `<p${attribute}>${runs.map(runToHtml).join('')}</p>`;
}

function runToHtml(run: Run): string {
  const wrappers: [boolean | undefined, string][] = [
    [run.underline, 'u'],
    [run.italic, 'em'],
    [run.bold, 'strong'],
  ];
  return wrappers.reduce((html, [isOn, tag]) => (isOn ? `<${tag}>${html}</${tag}>` : html), line(run.text));
}

const captionLines = ({ title: name, subtitle, source }: Caption): string =>
  [
    `<strong>${line(name)}</strong>`,
    subtitle === undefined ? '' : `<strong>${line(subtitle)}</strong>`,
    source === undefined ? '' : `<em>${line(source)}</em>`,
  ].join('');

function table(block: Table, caption: Caption | undefined): string {
  const placed = placeHead(block);
  const head = block.head.map((_, row) => {
    const cells = placed
      .filter((cell) => cell.row === row)
      .map(({ cell, colspan, rowspan }) => {
        const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
        return `<th scope="col"${spans}${cell.style === 'italic' ? ' class="formula"' : ''}>${line(cell.text)}</th>`;
      });
    return `<tr>${cells.join('')}</tr>`;
  });
  const title = caption ? `<caption>${captionLines(caption)}</caption>` : '';
  const rows = block.rows.map((row) => tableRow(block, row)).join('\n');
  const note = block.note === undefined ? '' : `\n<p class="note">${line(block.note)}</p>`;
  return `<div class="table"><table>${title}<thead>${head.join('')}</thead><tbody>\n${rows}\n</tbody></table></div>${note}`;
}

function tableRow(block: Table, row: TableRow): string {
  const cells = cellsOf(block, row).map(({ column, value }) => {
    const text = cellText(value, column);
    return `<td${column.align === 'left' ? '' : ` class="${column.align}"`}>${cellContent(block, column, text)}</td>`;
  });
  const style = row.style === undefined || row.style === 'normal' ? '' : ` class="${row.style}"`;
  return `<tr${style}>${cells.join('')}</tr>`;
}

function cellContent(block: Table, column: Column, text: string): string {
  if (block.emphasis?.[column.key] !== 'last-word') return line(text);
  const [start, last] = splitLastWord(text);
  return `${line(start)}<strong>${line(last)}</strong>`;
}

function signature({ recipients, power, post, signer }: SignatureBlock): string {
  const items = recipientLines(recipients)
    .map((recipient) => `<li>${line(recipient)}</li>`)
    .join('');
  const list = recipients.length === 0 ? '<div></div>' : `<div><u>Nơi nhận:</u><ul>${items}</ul></div>`;
  const name = `<div class="name">${line(signer)}</div>`;
  return `<footer class="signature">${list}<div class="signer"><strong>${line(capitals(power))}</strong><br>${line(capitals(post))}${name}</div></footer>`;
}
