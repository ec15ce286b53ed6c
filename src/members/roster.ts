/**
 * Who belongs to which cell on a day, and how: $1 committee, $2 day. One row a member. Residence-only is left out
 * (DESIGN §5); who takes part in another cell for a time stands there. Without dates of admission and recognition
 * a member counts as official: a probationer is always entered with the day of his admission.
 */
export const roster = `
  SELECT m.id, m.full_name, m.given_name, m.given_key, m.family_key, m.middle_key, m.name_search, m.search_text, m.tone_text,
         m.given_search, m.family_search, m.sex, m.birth_date, m.birth_year, m.card_number, m.admitted_on, m.official_on, s.cell_id, u.name AS cell_name,
         CASE WHEN m.admitted_on IS NOT NULL AND (m.official_on IS NULL OR m.official_on > $2::date)
              THEN 'probationary' ELSE 'official' END AS standing,
         CASE WHEN EXISTS (SELECT FROM away a WHERE (a.committee_id, a.member_id) = (m.committee_id, m.id) AND a.valid @> $2::date)
              THEN 'away'
              WHEN EXISTS (SELECT FROM exemption e WHERE (e.committee_id, e.member_id) = (m.committee_id, m.id) AND e.valid @> $2::date)
              THEN 'exempt' ELSE 'summoned' END AS duty,
         (SELECT string_agg(o.title, ', ' ORDER BY o.title) FROM member_office o
           WHERE (o.committee_id, o.member_id) = (m.committee_id, m.id) AND o.valid @> $2::date) AS office
    FROM member m
    JOIN LATERAL (
      SELECT p.cell_id FROM membership p
       WHERE (p.committee_id, p.member_id) = (m.committee_id, m.id) AND p.valid @> $2::date AND p.kind <> 'residence'
       ORDER BY p.kind = 'temporary-in' DESC LIMIT 1
    ) s ON true
    JOIN unit_version u ON u.unit_id = s.cell_id AND u.valid @> $2::date
   WHERE m.committee_id = $1`;

/** The one order of names (DESIGN §5), for rows of the roster under the alias `row`. */
export const byName = (row: string): string =>
  ['given_key', 'family_key', 'middle_key', 'full_name', 'id'].map((column) => `${row}.${column}`).join(', ');
