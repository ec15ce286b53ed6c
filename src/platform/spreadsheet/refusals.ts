import { DomainError, type Refusal } from '../errors/domain-error.js';
import type { RefusalCode } from './refused.ts';

const again = 'rồi gửi lại';
const saveAsXlsx = `Mở bằng Excel, lưu lại dạng .xlsx ${again}.`;
const copyTheList = `Chép riêng danh sách sang một tệp Excel mới ${again}.`;

const sentences: Record<RefusalCode, string> = {
  'spreadsheet.empty': `Tệp rỗng. Mở tệp gốc bằng Excel, lưu lại ${again}.`,
  'spreadsheet.too-large': `Tệp nặng {megabytes} MB, quá mức {limit} MB. Bỏ bớt hình ảnh hoặc chia thành nhiều tệp ${again}.`,
  'spreadsheet.too-much': `Tệp chứa nhiều dữ liệu hơn mức đọc được. ${copyTheList}`,
  'spreadsheet.too-slow': `Tệp phải đọc quá lâu. ${copyTheList}`,
  'spreadsheet.busy': 'Máy chủ đang đọc các tệp khác. Chờ một phút rồi gửi lại.',
  'spreadsheet.password': `Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu ${again}.`,
  'spreadsheet.macro': `Tệp có chứa macro. ${saveAsXlsx}`,
  'spreadsheet.binary': `Tệp thuộc dạng .xlsb. ${saveAsXlsx}`,
  'spreadsheet.links': `Tệp có liên kết sang tệp khác. ${copyTheList}`,
  'spreadsheet.doctype': `Tệp có phần khai báo không an toàn (DOCTYPE). ${saveAsXlsx}`,
  'spreadsheet.damaged': `Tệp bị hỏng hoặc chưa đủ. ${saveAsXlsx}`,
  'spreadsheet.too-old': `Tệp do bản Excel quá cũ lưu. ${saveAsXlsx}`,
  'spreadsheet.word': `Tệp là văn bản Word. Chép bảng trong đó sang Excel, lưu dạng .xlsx ${again}.`,
  'spreadsheet.pdf': 'Tệp là PDF, không đọc được thành bảng. Gửi tệp Excel gốc.',
  'spreadsheet.web-archive': `Tệp là trang web lưu lại. ${saveAsXlsx}`,
  'spreadsheet.unknown': 'Tệp không phải là bảng tính. Gửi tệp Excel (.xlsx, .xls), LibreOffice (.ods) hoặc .csv.',
  'spreadsheet.encoding': `Không nhận ra cách mã hóa chữ trong tệp. ${saveAsXlsx}`,
  'spreadsheet.quote': `Dòng {line} có dấu ngoặc kép đặt sai. Sửa dòng này ${again}.`,
};

const kinds: Partial<Record<RefusalCode, Refusal>> = { 'spreadsheet.busy': 'unavailable' };

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(sentences, code);

/** @param details fill `{name}` in the sentence and go with the refusal */
export function refusal(code: string, details: Record<string, string | number> = {}, cause?: unknown): DomainError {
  const known: RefusalCode = isKnown(code) ? code : 'spreadsheet.damaged';
  const sentence = sentences[known].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
  const error = new DomainError(known, kinds[known] ?? 'invalid', sentence, {
    details,
    ...(known === 'spreadsheet.busy' && { retryAfterSeconds: 60 }),
  });
  error.cause = cause;
  return error;
}
