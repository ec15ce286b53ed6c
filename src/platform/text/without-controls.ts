/** Without what old spreadsheets carry along, no letter and forbidden in XML: control characters and halves of pairs. */
export const withoutControls = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    // oxlint-disable-next-line no-control-regex -- these are what must go
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '');
