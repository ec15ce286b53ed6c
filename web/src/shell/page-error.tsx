import { useRouteError } from 'react-router';
import { Failure } from '../parts/notice.tsx';

/** A page that failed to load or to draw: the rest of the app stays. */
export function PageError() {
  const error = useRouteError();
  return <Failure error={error} retry={() => window.location.reload()} what="Chưa mở được trang này" />;
}
