/** A news item as it is read and copied. */
export interface News {
  title: string;
  dateline: string;
  paragraphs: string[];
}

const text = (node: Element | null): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Only its words are taken from the server's page, so that nothing of it can run here. */
export function newsOf(bytes: ArrayBuffer): News {
  // Its styles are meant for a page of its own, and the policy of this one speaks up at the mere sight of them.
  const html = new TextDecoder().decode(bytes).replace(/<style[\s\S]*?<\/style>/gi, '');
  const page = new DOMParser().parseFromString(html, 'text/html');
  return {
    title: text(page.querySelector('article .caption strong')),
    dateline: text(page.querySelector('article .caption em')),
    paragraphs: [...page.querySelectorAll('article p')].map(text).filter((line) => line !== ''),
  };
}

export const plainText = ({ title, dateline, paragraphs }: News): string =>
  [title, dateline, ...paragraphs].filter((line) => line !== '').join('\n\n');

/**
 * A browser may refuse the clipboard, and has none for a page without https; then what is selected can still be copied.
 * @returns whether it was copied
 */
export async function copy(news: News, shown: Element): Promise<boolean> {
  return (await isWritten(plainText(news))) || isSelectionCopied(shown);
}

async function isWritten(words: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  );
}

function isSelectionCopied(shown: Element): boolean {
  const selection = window.getSelection();
  selection?.selectAllChildren(shown);
  const isCopied = document.execCommand('copy');
  selection?.removeAllRanges();
  return isCopied;
}
