import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe, useSignOut } from '../../api/me.ts';
import { Page } from '../../parts/page.tsx';
import { chooseScheme, chosenScheme, type SchemeChoice } from '../../theme/scheme.ts';
import { officePlaces, places, useOpenPlaces } from '../../shell/places.ts';
import './more.css';

/** These stand in the bar at the thumb already. */
const inTheBar = ['/', '/sessions', '/members'];

const schemes: { value: SchemeChoice; label: string }[] = [
  { value: 'system', label: 'Theo máy' },
  { value: 'light', label: 'Nền sáng' },
  { value: 'dark', label: 'Nền tối' },
];

/** What does not fit under the thumb on a phone. */
export function More() {
  const me = useMe();
  const signOut = useSignOut();
  const open = useOpenPlaces([...places.filter(({ to }) => !inTheBar.includes(to)), ...officePlaces]);
  const [scheme, setScheme] = useState(chosenScheme);
  const choose = (choice: SchemeChoice): void => {
    chooseScheme(choice);
    setScheme(choice);
  };
  return (
    <Page title="Thêm">
      <nav className="more-links" aria-label="Các phần khác">
        {open.map(({ to, word }) => (
          <Link key={to} to={to}>
            {word}
          </Link>
        ))}
      </nav>
      <section className="more-part" aria-labelledby="more-scheme">
        <h2 id="more-scheme">Màu nền</h2>
        <Radio.Group
          className="more-schemes"
          aria-labelledby="more-scheme"
          value={scheme}
          options={schemes}
          onChange={({ target }) => choose(target.value)}
        />
      </section>
      <section className="more-part" aria-labelledby="more-account">
        <h2 id="more-account">Tài khoản</h2>
        <p className="ink2">
          {me.data?.displayName} · {me.data?.loginName}
        </p>
        <Button onClick={() => void signOut()}>Đăng xuất</Button>
      </section>
    </Page>
  );
}
