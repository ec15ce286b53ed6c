import { Link } from 'react-router';
import { useWorkplaces } from '../api/workplaces.ts';
import './workplace-bar.css';

/** Who looks into another committee than his own is told so on every page. */
export function WorkplaceBar() {
  const workplaces = useWorkplaces();
  const here = workplaces.data?.find(({ isCurrent }) => isCurrent);
  const isAway = workplaces.data !== undefined && !here?.isHome;
  if (!isAway) return null;
  return (
    <p className="workplace-bar" role="status">
      <span>
        {here ? (
          <>
            Đang xem <b>{here.name}</b>, đảng bộ trực thuộc.
          </>
        ) : (
          'Tài khoản không còn vai trò ở đảng bộ đang xem.'
        )}
      </span>
      <Link to="/workplaces">Đổi đảng bộ</Link>
    </p>
  );
}
