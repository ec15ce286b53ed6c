import { hourOf, integer } from '../../words/format.ts';
import type { OpenRoll } from './class-roll.tsx';
import type { Away } from './sitting-feed.ts';
import { useNow } from './use-now.ts';

/** In the reserved line, where the name field looks: nobody answers, what was kept, that one may go on. */
export function ServerLine({ open, away, isPhone = false }: { open: OpenRoll; away: Away; isPhone?: boolean }) {
  const { feed, state } = open;
  const now = useNow(1_000);
  const seconds = Math.max(Math.ceil((away.retryAt - now) / 1_000), 0);
  const what = away.isSignedOut ? 'Phiên đăng nhập đã hết' : 'Máy chủ không trả lời';
  return (
    <div className="roll-line is-away" role="status">
      <span>
        <b>
          {what}
          {isPhone ? '.' : ` từ ${hourOf(new Date(away.since))}.`}
        </b>{' '}
        {keptWords(state.waiting)} Cứ ghi tiếp.
      </span>
      {!isPhone && (
        <span className="nowrap" role="presentation">
          <small aria-hidden="true">thử lại sau {seconds} giây</small>
          <button type="button" className="link red" onClick={() => feed.tryNow()}>
            Thử ngay
          </button>
        </span>
      )}
    </div>
  );
}

const keptWords = (waiting: number): string =>
  waiting === 0 ? 'Không có gì bị mất.' : `${integer(waiting)} lượt vừa ghi đang giữ trên máy này, sẽ tự gửi.`;
