import { FetchButton } from './fetch-button.tsx';

/** The rows that stay behind, as a file to correct and to bring again. */
export const RestButton = ({ id }: { id: string }) => (
  <FetchButton address={`/api/v1/members/imports/${id}/rest`}>Tải các dòng cần sửa</FetchButton>
);
