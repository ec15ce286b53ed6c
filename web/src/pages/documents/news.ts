/** A news item as it is read and copied. */
export interface News {
  title: string;
  dateline: string;
  paragraphs: string[];
}

const text = (node: Element | null): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Only its words are taken from the server's page, so that nothing of it can run here. */
export function newsOf(bytes: ArrayBuffer): News {
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  return {
    title: text(page.querySelector('article .caption strong')),
    dateline: text(page.querySelector('article .caption em')),
    paragraphs: [...page.querySelectorAll('article p')].map(text).filter((line) => line !== ''),
  };
}

export const plainText = ({ title, dateline, paragraphs }: News): string =>
  [title, dateline, ...paragraphs].filter((line) => line !== '').join('\n\n');

/** A browser lets a page without https reach the clipboard only through what is selected. @returns whether it was copied */
export async function copy(news: News, shown: Element): Promise<boolean> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(plainText(news));
    return true;
  }
  const selection = window.getSelection();
  selection?.selectAllChildren(shown);
  const isCopied = document.execCommand('copy');
  selection?.removeAllRanges();
  return isCopied;
}
