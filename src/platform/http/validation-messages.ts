import type { ValidationError } from 'class-validator';
import type { FieldError } from '../errors/domain-error.js';

/** A sentence for each rule of class-validator that the DTOs use. A rule that is missing here fails a test. */
export const sentences: Record<string, string> = {
  isDefined: 'Thiếu trường này.',
  isString: 'Phải là chữ.',
  isNotEmpty: 'Không được để trống.',
  isUuid: 'Không phải là một mã hợp lệ.',
  isInt: 'Phải là số nguyên.',
  isBoolean: 'Phải là có hoặc không (true hoặc false).',
  isIn: 'Không nằm trong các giá trị cho phép.',
  isDate: 'Phải là thời điểm hợp lệ.',
  isArray: 'Phải là một danh sách.',
  isObject: 'Phải là một nhóm các trường.',
  min: 'Nhỏ hơn mức cho phép.',
  max: 'Lớn hơn mức cho phép.',
  minLength: 'Quá ngắn.',
  maxLength: 'Quá dài.',
  length: 'Độ dài không đúng.',
  matches: 'Không đúng dạng.',
  arrayMinSize: 'Danh sách quá ít.',
  arrayMaxSize: 'Danh sách quá dài.',
  arrayUnique: 'Có mục bị lặp lại.',
  isIsoDate: 'Ngày không hợp lệ; cần dạng năm-tháng-ngày, ví dụ 2021-01-16.',
  isHour: 'Giờ không hợp lệ; cần dạng giờ:phút, ví dụ 14:00.',
  isCitizenNumber: 'Số căn cước gồm 12 chữ số; số chứng minh nhân dân cũ gồm 9 chữ số.',
  isPhone: 'Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0 hoặc +84.',
  isLookUpNumber: 'Gõ đủ số căn cước (12 hoặc 9 chữ số) hoặc số điện thoại.',
  isMonthDay: 'Ngày trong năm không hợp lệ; cần dạng tháng-ngày, ví dụ 04-30.',
  isRFC3339: 'Thời điểm không hợp lệ; cần dạng 2021-01-16T08:05:00+07:00.',
  nestedValidation: 'Phải là một nhóm các trường.',
  whitelistValidation: 'Không có trường này.',
};

const kinds = ['whitelistValidation', 'isString', 'isInt', 'isBoolean', 'isArray', 'isDate', 'nestedValidation'];

/** Flattens the tree of class-validator: one entry a field, `cells[2].name`. */
export function fieldErrors(found: ValidationError[], parent = ''): FieldError[] {
  return found.flatMap((error) => {
    const step = /^\d+$/.test(error.property) ? `[${error.property}]` : parent ? `.${error.property}` : error.property;
    const path = `${parent}${step}`;
    const broken = Object.keys(error.constraints ?? {});
    // What is no number at all is not "too large": the kind of a value is named before its limits.
    const rule = kinds.find((kind) => broken.includes(kind)) ?? broken[0];
    const sentence = error.value === undefined ? 'Thiếu trường này.' : sentences[rule ?? ''];
    const own = rule === undefined ? [] : [{ path, message: sentence ?? `Không hợp lệ (${rule}).` }];
    return [...own, ...fieldErrors(error.children ?? [], path)];
  });
}
