import { Link, useLocation } from 'react-router';
import { hourOf, integer } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import type { Away, FeedState } from './sitting-feed.ts';
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
        {keptWords(state)} Cứ ghi tiếp.
      </span>
      {isPhone && away.isSignedOut && <SignInAgain />}
      {!isPhone && (
        <span className="nowrap">
          <small aria-hidden="true">thử lại sau {seconds} giây</small>
          {away.isSignedOut ? (
            <SignInAgain />
          ) : (
            <button type="button" className="link red" onClick={() => feed.tryNow()}>
              Thử ngay
            </button>
          )}
        </span>
      )}
    </div>
  );
}

function SignInAgain() {
  const { pathname, search } = useLocation();
  return (
    <Link to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} className="nowrap">
      Đăng nhập lại
    </Link>
  );
}

function keptWords({ waiting, isDurable }: FeedState): string {
  if (waiting === 0) return 'Không có gì bị mất.';
  if (isDurable) return `${integer(waiting)} lượt vừa ghi đang giữ trên máy này, sẽ tự gửi.`;
  return `${integer(waiting)} lượt chỉ giữ trong trang này: đừng đóng trang cho đến khi gửi xong.`;
}
