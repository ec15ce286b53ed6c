import { describe, expect, it } from 'vitest';
import { type DataRequest, leftWords, nextClock } from '../../../web/src/pages/data-requests/request-words.ts';

const request = (more: Partial<DataRequest>): DataRequest => ({
  ...{ id: 'r', memberId: 'm', memberName: 'Lê Mẫu Bình', kind: 'view', state: 'received', detail: null },
  ...{ receivedOn: '2026-11-20', receivedBy: 'Văn phòng', acknowledgeBy: '2026-11-24', dueOn: '2026-11-30' },
  ...{ acknowledgedAt: null, acknowledgedBy: null, firstDueOn: '2026-11-30', extendedAt: null, extendedBy: null },
  ...{ extensionReason: null, closedAt: null, closedBy: null, outcome: null, refusalGround: null },
  ...{ daysToAcknowledge: 1, daysLeft: 7 },
  may: { acknowledge: true, extend: true, complete: true, erase: false, refuse: true },
  ...more,
});

describe('how much time a request has left', () => {
  it('is said in plain words', () => {
    expect([3, 1, 0, -2].map(leftWords)).toEqual(['còn 3 ngày', 'còn 1 ngày', 'hết hạn hôm nay', 'quá hạn 2 ngày']);
  });

  it('goes by the clock that runs out first, and by none once it is over', () => {
    expect(nextClock(request({}))).toEqual({ what: 'Phản hồi tiếp nhận', by: '2026-11-24', days: 1 });
    const acknowledged = request({ state: 'acknowledged', daysToAcknowledge: null });
    expect(nextClock(acknowledged)).toEqual({ what: 'Giải quyết xong', by: '2026-11-30', days: 7 });
    expect(nextClock(request({ state: 'done', daysToAcknowledge: null, daysLeft: null }))).toBeNull();
  });
});
