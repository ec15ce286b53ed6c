/** A cell as it may be shown: of a run of nine figures or more the last four. */
export const maskedText = (text: string): string => {
  const masked = text.replace(/\d{5,}(?=\d{4})/g, '…');
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
};
