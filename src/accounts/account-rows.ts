/** Classes of a list of ids `$ids` within the grant `g`, by number, as `ClassNameDto`s. */
const classesOf = (ids: string): string => `
  (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.number), '[]')
     FROM session_class k WHERE k.committee_id = g.committee_id AND k.id = ANY (${ids}))`;

/** One grant `g` as a `RoleDto`; a unit that is no more bears the last of its names. */
const roleDto = `
  json_build_object(
    'id', g.id, 'role', g.role, 'unitId', g.unit_id, 'isWhole', g.unit_id = g.committee_id, 'mayExport', g.may_export,
    'unitName', (SELECT u.name FROM unit_version u WHERE u.unit_id = g.unit_id ORDER BY u.valid DESC LIMIT 1),
    'sessionId', g.session_id, 'sessionTitle', s.title,
    'classes', CASE WHEN g.class_ids IS NOT NULL THEN ${classesOf('g.class_ids')} END,
    'from', lower(g.valid), 'until', upper(g.valid) - 1)`;

/** Accounts of persons as `AccountDto`s: $1 committee, $2 today, $3 one account or null for all. */
export const accountsOf = `
  SELECT a.id, a.login_name AS "loginName", a.display_name AS "displayName", a.disabled_at IS NOT NULL AS "isDisabled",
         a.password_hash IS NOT NULL AS "hasPassword",
         a.id IN (SELECT accounts_with_second_factor($1)) AS "hasSecondFactor", a.created_at AS "createdAt",
         (SELECT max(i.seen_at) FROM sign_in i WHERE i.account_id = a.id AND i.kind = 'browser') AS "seenAt",
         (SELECT json_build_object('expiresAt', i.expires_at, 'isExpired', i.expires_at <= now()) FROM invitation i
           WHERE i.account_id = a.id AND i.used_at IS NULL AND i.replaced_at IS NULL) AS invitation,
         (SELECT coalesce(json_agg(${roleDto} ORDER BY g.unit_id <> g.committee_id, g.granted_at, g.id), '[]')
            FROM role_grant g LEFT JOIN session s ON (s.committee_id, s.id) = (g.committee_id, g.session_id)
           WHERE g.committee_id = $1 AND g.account_id = a.id AND g.ended_at IS NULL
             AND (upper_inf(g.valid) OR upper(g.valid) > $2::date)) AS roles
    FROM account a
   WHERE a.committee_id = $1 AND a.kind = 'person' AND ($3::uuid IS NULL OR a.id = $3)
   ORDER BY a.display_name COLLATE vi_natural, a.login_name`;
