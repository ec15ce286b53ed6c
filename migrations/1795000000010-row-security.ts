import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = `committee_id = ANY (scope_ids('app.committees'))`;
const all = (setting: string): string => `current_setting('app.${setting}', true) = 'all'`;
const among = (column: string, setting: string): string => `${column} = ANY (scope_ids('app.${setting}'))`;

/** What a row must fulfil besides belonging to the committee; nothing more for plans that name nobody. */
const ofTables: Record<string, string> = {
  resolution: '',
  cell_group: '',
  cell_group_cell: '',
  audit_head: '',
  audit_entry: '',
  audit_value: '',
  session: `${all('plans')} OR ${among('id', 'sessions')}`,
  ...Object.fromEntries(
    ['session_resolution', 'presenter', 'delegate', 'guest', 'session_class', 'sitting'].map((table) => [
      table,
      `${all('plans')} OR ${among('session_id', 'sessions')}`,
    ]),
  ),
  class_cell: `${all('plans')} OR ${among('class_id', 'classes')}`,
  member: `${all('people')} OR ${among('id', 'members')}`,
  ...Object.fromEntries(
    ['exemption', 'away', 'member_office'].map((table) => [
      table,
      `${all('people')} OR ${among('member_id', 'members')}`,
    ]),
  ),
  roll_entry: `${all('people')} OR ${among('cell_id', 'cells')} OR ${among('class_id', 'classes')}`,
  closure_entry: `${all('people')} OR ${among('cell_id', 'cells')} OR ${among('class_id', 'classes')}`,
  class_closure: `${all('people')} OR ${among('class_id', 'classes')}`,
  mark: `${all('people')} OR ${among('member_id', 'members')} OR ${among('sitting_id', 'sittings')}`,
  mark_conflict: `${all('people')} OR ${among('sitting_id', 'sittings')}`,
};

/**
 * Row-level security behind the filters of the statements. No policy asks a table or calls a function that does, so that
 * all of them hold on a distributed database too (scale facts §5). The owner of the schema is not bound: steps of the
 * schema, dumps and the verifier of the audit chain must see every row; the app never works as the owner.
 */
export class RowSecurity1795000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION scope_ids(setting text) RETURNS uuid[]
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT string_to_array(nullif(current_setting(setting, true), ''), ',')::uuid[]
      $$`);
    for (const [table, more] of Object.entries(ofTables)) {
      const rule = more ? `${ours} AND (${more})` : ours;
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY scope ON ${table} TO quan_triet_app USING (${rule}) WITH CHECK (${rule})`);
    }
    // Where a member has been is read with the member; he is entered only where the cell is within reach.
    await db.query(`ALTER TABLE membership ENABLE ROW LEVEL SECURITY`);
    const inCell = `${all('people')} OR ${among('cell_id', 'cells')}`;
    await db.query(`
      CREATE POLICY scope ON membership TO quan_triet_app
       USING (${ours} AND (${inCell} OR ${among('member_id', 'members')})) WITH CHECK (${ours} AND (${inCell}))`);
    await db.query(`ALTER TABLE committee ENABLE ROW LEVEL SECURITY`);
    const own = `id = ANY (scope_ids('app.committees'))`;
    await db.query(`CREATE POLICY scope ON committee TO quan_triet_app USING (${own}) WITH CHECK (${own})`);
    // One's own account and roles are read wherever one works; a role is given only where the giver's reach says so.
    await db.query(`ALTER TABLE account ENABLE ROW LEVEL SECURITY`);
    const self = among('id', 'account');
    await db.query(`
      CREATE POLICY scope ON account TO quan_triet_app USING (${ours} OR ${self}) WITH CHECK (${ours} OR ${self})`);
    await db.query(`ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY`);
    await db.query(`
      CREATE POLICY scope ON role_grant TO quan_triet_app
       USING (${ours} OR ${among('account_id', 'account')}) WITH CHECK (${ours})`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [...Object.keys(ofTables), 'membership', 'committee', 'account', 'role_grant']) {
      await db.query(`DROP POLICY scope ON ${table}`);
      await db.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await db.query(`DROP FUNCTION scope_ids(text)`);
  }
}
