/**
 * The page's nonce on every style that is made while it runs. antd's own take it through ConfigProvider; the one that keeps
 * the page from scrolling under a dialog does not (react-component/util#671), and the policy would refuse it.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.nonce ?? '';

document.createElement = new Proxy(document.createElement, {
  apply(target, self, given: [string]): HTMLElement {
    const made: HTMLElement = Reflect.apply(target, self, given);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  },
});
