import { Link } from 'react-router';
import { momentOf, today } from '../../words/format.ts';
import { rolePhrase } from '../../words/roles.ts';
import { type Account, stateOf } from './account-queries.ts';

/** Everybody who may sign in, with what he may do, in words. */
export function AccountTable({ accounts }: { accounts: Account[] }) {
  return (
    <>
      <p className="accounts-sum ink2">{sumOf(accounts)}</p>
      <table className="accounts-table sheet">
        <thead>
          <tr>
            <th scope="col">Người dùng</th>
            <th scope="col">Vai trò</th>
            <th scope="col" className="accounts-wide">
              Lần cuối vào
            </th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Row key={account.id} account={account} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ account }: { account: Account }) {
  const { id, displayName, loginName, roles, seenAt, hasPassword, hasSecondFactor } = account;
  const { words, needsPerson } = stateOf(account);
  return (
    <tr>
      <td>
        <Link to={`/accounts/${id}`}>
          <b>{displayName}</b>
          <small>{loginName}</small>
        </Link>
      </td>
      <td>
        {roles.length === 0 && <span className="ink3">Chưa có vai trò</span>}
        {roles.map((role) => (
          <p key={role.id}>{rolePhrase(role, today())}</p>
        ))}
      </td>
      <td className="accounts-wide ink2">{seenAt ? momentOf(seenAt) : '–'}</td>
      <td className={needsPerson ? 'red' : 'ink2'}>
        {words}
        {hasPassword && !hasSecondFactor && <small>Chưa có xác thực hai bước</small>}
      </td>
    </tr>
  );
}

/** `5 tài khoản. 1 người chưa nhận lời mời. 1 tài khoản đã khóa.` */
function sumOf(accounts: Account[]): string {
  const waiting = accounts.filter(({ hasPassword, isDisabled }) => !hasPassword && !isDisabled).length;
  const disabled = accounts.filter(({ isDisabled }) => isDisabled).length;
  const parts = [
    `${accounts.length} tài khoản.`,
    waiting > 0 && `${waiting} người chưa nhận lời mời.`,
    disabled > 0 && `${disabled} tài khoản đã khóa.`,
  ];
  return parts.filter(Boolean).join(' ');
}
