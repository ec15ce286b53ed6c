import { PackedTexts } from '../packed-texts.ts';
import { readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { RichText } from './rich-text.ts';

/** The texts that cells name by their number. */
export async function readSharedTexts(
  parts: ZipPackage,
  part: string | undefined,
  keep: (bytes: number) => void,
): Promise<PackedTexts> {
  const texts = new PackedTexts(keep);
  if (part === undefined) return texts;
  const rich = new RichText();
  await readXml(parts.read(part), {
    open(name, attributes) {
      if (name === 'si') rich.start();
      else rich.open(name, attributes);
    },
    text: (text) => rich.write(text),
    close(name) {
      if (name === 'si') texts.add({ text: rich.text(), runs: rich.stretches() });
      else rich.close(name);
    },
  });
  return texts;
}
