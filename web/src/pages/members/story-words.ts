import type { Schemas } from '../../api/client.ts';
import { departureWords, exemptionWords } from './member-words.ts';

type Event = Schemas['StoryEventDto'];

const where = ({ cellName }: Event): string => cellName ?? 'chi bộ đã giải thể';

const began = (event: Event): string => {
  const words = {
    official: `Sinh hoạt ở ${where(event)}`,
    'temporary-in': `Tạm chuyển đến ${where(event)}`,
    residence: `Giữ mối liên hệ nơi cư trú với ${where(event)}`,
  };
  return event.membership ? words[event.membership] : where(event);
};

const exemption = ({ exemption: kind }: Event): string => (kind ? `: ${exemptionWords[kind].toLowerCase()}` : '');

const words: Record<Event['kind'], (event: Event) => string> = {
  admitted: () => 'Được kết nạp vào Đảng',
  official: () => 'Được công nhận đảng viên chính thức',
  left: ({ reason }) => (reason ? departureWords[reason] : 'Ra khỏi danh sách'),
  'membership-began': began,
  'membership-ended': (event) => `Thôi ${began(event).charAt(0).toLowerCase()}${began(event).slice(1)}`,
  'exemption-began': (event) => `Được miễn công tác và sinh hoạt${exemption(event)}`,
  'exemption-ended': (event) => `Hết miễn công tác và sinh hoạt${exemption(event)}`,
  'away-began': ({ text }) => `Tạm chuyển đi${text ? `: ${text}` : ''}`,
  'away-ended': ({ text }) => `Trở về sau khi tạm chuyển đi${text ? `: ${text}` : ''}`,
  'office-began': ({ text }) => `Giữ chức vụ ${text ?? ''}`,
  'office-ended': ({ text }) => `Thôi giữ chức vụ ${text ?? ''}`,
};

/** What happened, as a line of the story. */
export const eventWords = (event: Event): string => words[event.kind](event);
