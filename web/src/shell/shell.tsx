import { Dropdown } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { useMe, useSignOut } from '../api/me.ts';
import { Failure } from '../parts/notice.tsx';
import { chooseScheme, chosenScheme, type SchemeChoice } from '../theme/scheme.ts';
import { useWorkplaces } from '../api/workplaces.ts';
import { WorkplaceBar } from './workplace-bar.tsx';
import { officePlaces, type Place, places, useOpenPlaces } from './places.ts';
import './search.css';
import './shell.css';

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }));

/** On a phone four words fit under the thumb. */
const onPhone = ['/', '/sessions', '/members', '/more'];

const schemeWords: Record<SchemeChoice, string> = { system: 'Màu theo máy', light: 'Nền sáng', dark: 'Nền tối' };

/** The frame of every page for who is signed in; others are sent to the sign-in and come back. */
export function Shell() {
  const { pathname, search } = useLocation();
  const me = useMe();
  const open = useOpenPlaces(places);
  if (me.isPending) return null;
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} what="Chưa vào được hệ thống" />;
  if (!me.data) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (me.data.lacksSecondFactor) return <Navigate to="/first-factor" replace />;
  return (
    <>
      <a className="skip" href="#main">
        Đến nội dung
      </a>
      <TopBar name={me.data.displayName} loginName={me.data.loginName} open={open} />
      <WorkplaceBar />
      <Outlet />
      <nav className="phone-bar" aria-label="Các phần">
        {[...open, { to: '/more', word: 'Thêm' }]
          .filter(({ to }) => onPhone.includes(to))
          .map(({ to, word }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {word}
            </NavLink>
          ))}
      </nav>
      <ScrollRestoration />
    </>
  );
}

function TopBar({ name, loginName, open }: { name: string; loginName: string; open: Place[] }) {
  return (
    <header className="top-bar">
      <div>
        <NavLink to="/" className="brand" aria-label="Quán Triệt, về trang chủ">
          <span aria-hidden="true" /> Quán Triệt
        </NavLink>
        <nav aria-label="Các phần">
          {open.map(({ to, word }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {word}
            </NavLink>
          ))}
        </nav>
        <SearchButton />
        <WhoMenu name={name} loginName={loginName} />
      </div>
    </header>
  );
}

/** Who is signed in: what he looks after now and then, the colours, the way out. */
function WhoMenu({ name, loginName }: { name: string; loginName: string }) {
  const signOut = useSignOut();
  const navigate = useNavigate();
  const office = useOpenPlaces(officePlaces);
  const workplaces = useWorkplaces();
  const hasChoice = (workplaces.data?.length ?? 0) > 1;
  const items = [
    ...office.map(({ to, word }) => ({ key: to, label: word })),
    ...(hasChoice ? [{ key: '/workplaces', label: 'Chọn đảng bộ' }] : []),
    ...(office.length > 0 || hasChoice ? [{ type: 'divider' as const }] : []),
    ...Object.entries(schemeWords).map(([key, label]) => ({
      key,
      label: `${chosenScheme() === key ? '✓ ' : ''}${label}`,
    })),
    { type: 'divider' as const },
    { key: 'sign-out', label: 'Đăng xuất' },
  ];
  const choose = ({ key }: { key: string }): void => {
    if (key === 'sign-out') void signOut();
    else if (key.startsWith('/')) void navigate(key);
    else chooseScheme(key as SchemeChoice);
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']} placement="bottomRight">
      <button type="button" className="plain who">
        <b>{name}</b>
        <small>{loginName}</small>
      </button>
    </Dropdown>
  );
}

function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="plain search-open" onClick={() => setOpen(true)}>
        <span>
          Tìm<span className="search-what"> người, văn bản</span>
        </span>{' '}
        <kbd>Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>{isOpen && <Search close={() => setOpen(false)} />}</Suspense>
    </>
  );
}
