import { Refused } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { OdsContent } from './ods-content.ts';
import { OdsStyles } from './ods-styles.ts';

const spreadsheet = /^application\/vnd\.(oasis\.opendocument\.spreadsheet|sun\.xml\.calc)/;

/** Reads OpenDocument spreadsheets, as LibreOffice writes them. */
export async function readOds(parts: ZipPackage, sink: SheetSink): Promise<void> {
  await refuseOthers(parts);
  const styles = new OdsStyles();
  parts.expect(['content.xml']);
  if (parts.has('styles.xml')) {
    await readXml(parts.read('styles.xml'), {
      open: (name, attributes) => styles.open(name, attributes),
      close: (name) => styles.close(name),
    });
  }
  await readXml(parts.read('content.xml'), new OdsContent(sink, styles));
  const count = (pattern: RegExp): number => parts.names().filter((name) => pattern.test(name)).length;
  sink.leftOut.pictures = count(/^pictures\/./);
  sink.leftOut.charts = count(/^object [^/]*\/content\.xml$/);
}

async function refuseOthers(parts: ZipPackage): Promise<void> {
  let type = '';
  let isEncrypted = parts.has('encrypted-package');
  if (parts.has('META-INF/manifest.xml')) {
    await readXml(parts.read('META-INF/manifest.xml'), {
      open(name, attributes) {
        if (name === 'encryption-data') isEncrypted = true;
        if (name === 'file-entry' && attributes['full-path'] === '/') type = attributes['media-type'] ?? '';
      },
    });
  }
  if (isEncrypted) throw new Refused('spreadsheet.password');
  if (parts.names().some((name) => /^(basic|scripts)\/./.test(name))) throw new Refused('spreadsheet.macro');
  if (/opendocument\.text|sun\.xml\.writer/.test(type)) throw new Refused('spreadsheet.word');
  if (!spreadsheet.test(type) || !parts.has('content.xml')) throw new Refused('spreadsheet.unknown');
}
