import type { Schemas } from '../../api/client.ts';

export type DataRequest = Schemas['DataRequestDto'];

export const kindWords: Record<DataRequest['kind'], string> = {
  view: 'Xem dữ liệu',
  correct: 'Chỉnh sửa dữ liệu',
  withdraw: 'Rút lại sự đồng ý',
  restrict: 'Hạn chế xử lý',
  object: 'Phản đối xử lý',
  delete: 'Xóa dữ liệu',
};

export const stateWords: Record<DataRequest['state'], string> = {
  received: 'Chưa phản hồi tiếp nhận',
  acknowledged: 'Đang giải quyết',
  done: 'Đã giải quyết',
  refused: 'Đã từ chối',
};

export const groundWords: Record<NonNullable<DataRequest['refusalGround']>, string> = {
  'identity-unproven': 'Không xác định được đúng là người đó yêu cầu',
  'law-requires-keeping': 'Pháp luật quy định phải lưu giữ',
  'party-records': 'Hồ sơ, tài liệu của Đảng phải lưu theo quy định',
  'harms-others': 'Ảnh hưởng đến quyền của người khác',
  'not-held': 'Không lưu giữ dữ liệu được hỏi',
  other: 'Căn cứ khác',
};

/** `còn 3 ngày`, `hết hạn hôm nay`, `quá hạn 2 ngày` */
export function leftWords(days: number): string {
  if (days === 0) return 'hết hạn hôm nay';
  return days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`;
}

/** The clock that runs out first: which, by when and how much is left; null once the request is closed. */
export function nextClock(request: DataRequest): { what: string; by: string; days: number } | null {
  const { acknowledgeBy, daysToAcknowledge, dueOn, daysLeft } = request;
  if (daysToAcknowledge !== null) return { what: 'Phản hồi tiếp nhận', by: acknowledgeBy, days: daysToAcknowledge };
  return daysLeft === null ? null : { what: 'Giải quyết xong', by: dueOn, days: daysLeft };
}
