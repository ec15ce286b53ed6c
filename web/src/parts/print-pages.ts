import { draw, isWide, type OpenPdf } from './pdf.ts';
import './print-pages.css';

/** A4 at 200 dots an inch: sharp at 14 pt, and light enough for a list of thirty pages. */
const dots = { narrow: 1654, wide: 2339 };

/**
 * Prints the pages of a paper and nothing else of the screen. They are printed from here, since the policy of the page
 * lets no other document in. @param onPage is told how many pages are ready
 */
export async function printPages(pages: OpenPdf['pages'], onPage: (ready: number) => void): Promise<void> {
  const sheet = document.createElement('div');
  sheet.className = 'printed-pages';
  const addresses: string[] = [];
  try {
    for (const page of pages) {
      const address = await picture(page);
      addresses.push(address);
      const image = Object.assign(new Image(), { src: address, alt: `Trang ${page.pageNumber}` });
      image.className = isWide(page) ? 'wide' : 'narrow';
      await image.decode();
      sheet.append(image);
      onPage(addresses.length);
    }
    document.body.append(sheet);
    window.print();
  } finally {
    sheet.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}

async function picture(page: OpenPdf['pages'][number]): Promise<string> {
  const canvas = document.createElement('canvas');
  await draw(page, canvas, isWide(page) ? dots.wide : dots.narrow).promise;
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(URL.createObjectURL(blob));
      else reject(new Error('the browser gave no picture of a page'));
    });
  });
}
