import { describe, expect, it } from 'vitest';
import { roleBody, roleFaults, newRole } from '../../../web/src/pages/accounts/role-draft.ts';
import { stateOf } from '../../../web/src/pages/accounts/account-queries.ts';
import { type Role, rolePhrase } from '../../../web/src/words/roles.ts';

const role = (more: Partial<Role>): Role => ({
  ...{ id: '1', role: 'clerk', unitId: '2', unitName: 'Chi bộ 2', isWhole: false, mayExport: false },
  ...{ sessionId: null, sessionTitle: null, classes: null, from: '2021-01-01', until: null, ...more },
});
const phrase = (more: Partial<Role>) => rolePhrase(role(more), '2021-01-16');

describe('a role in words', () => {
  it('says what, where, and whether files may be taken out', () => {
    expect(phrase({ isWhole: true, mayExport: true })).toBe('Văn phòng – toàn đảng bộ – được xuất tệp');
    expect(phrase({ role: 'cell-secretary' })).toBe('Bí thư chi bộ – Chi bộ 2');
  });

  it('names a steward’s session and classes', () => {
    const door = { role: 'steward' as const, isWhole: true, sessionId: '3', sessionTitle: 'Học tập Nghị quyết' };
    expect(phrase(door)).toBe('Người trực cửa – Học tập Nghị quyết – mọi lớp');
    const classes = [
      { id: '4', name: 'Lớp 1' },
      { id: '5', name: 'Lớp 2' },
    ];
    expect(phrase({ ...door, classes, until: '2021-01-17' })).toBe(
      'Người trực cửa – Học tập Nghị quyết – Lớp 1, Lớp 2 – đến hết 17/01/2021',
    );
  });

  it('says when it begins only while that is still to come', () => {
    expect(phrase({ from: '2021-02-01' })).toContain('từ 01/02/2021');
    expect(phrase({ from: '2021-01-16' })).not.toContain('từ');
  });
});

describe('a role that is being chosen', () => {
  it('sends only what belongs to it', () => {
    const all = { ...newRole, unitId: 'u', mayExport: true, sessionId: 's', classIds: ['k'], until: '2021-02-01' };
    expect(roleBody({ ...all, role: 'steward' })).toEqual({
      ...{ role: 'steward', unitId: null, mayExport: false, sessionId: 's', classIds: ['k'], until: '2021-02-01' },
    });
    expect(roleBody({ ...all, role: 'administrator', until: '' })).toEqual({
      ...{ role: 'administrator', unitId: null, mayExport: true, until: null },
    });
    expect(roleBody({ ...all, role: 'viewer' })).toMatchObject({ unitId: 'u', mayExport: false });
  });

  it('asks for a cell, or a session, where one is needed', () => {
    expect(roleFaults({ ...newRole, role: 'cell-secretary' })).toHaveProperty('unitId');
    expect(roleFaults({ ...newRole, role: 'steward' })).toHaveProperty('sessionId');
    expect(roleFaults(newRole)).toEqual({});
  });
});

describe('the state of an account', () => {
  const account = {
    ...{ id: '1', loginName: 'a', displayName: 'A', isDisabled: false, hasPassword: true, invitation: null },
    ...{ createdAt: '2021-01-01T00:00:00Z', seenAt: null, roles: [], hasSecondFactor: false },
  };
  const waiting = { expiresAt: '2021-01-20T00:00:00Z', isExpired: false };

  it('is said in words; red is what an administrator must settle', () => {
    expect(stateOf(account)).toEqual({ words: 'Đang dùng', needsPerson: false });
    expect(stateOf({ ...account, hasPassword: false, invitation: waiting }).words).toBe('Chưa nhận lời mời');
    expect(stateOf({ ...account, invitation: waiting }).words).toBe('Chờ đặt mật khẩu mới');
    expect(stateOf({ ...account, invitation: { ...waiting, isExpired: true } }).needsPerson).toBe(true);
    expect(stateOf({ ...account, hasPassword: false }).needsPerson).toBe(true);
    expect(stateOf({ ...account, isDisabled: true, hasPassword: false }).words).toBe('Đã khóa');
  });
});
