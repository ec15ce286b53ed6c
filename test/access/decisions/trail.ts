import { today } from '../../../src/platform/database/today.js';
import type { AccountSpec } from '../support/accounts.js';
import { type Decisions, ofTrail } from '../support/decision.js';
import type { Marker } from '../support/places.js';

const isId = (text: string): boolean => /^[0-9a-f]{8}-/.test(text);

/**
 * Whatever was written in the committee stands in its trail, but for what is sealed or nobody's but its owner's; so do the ids of what was
 * asked for, which tell him who asked nothing that he did not know. */
const all = ({ works }: AccountSpec, { text, kind, committee }: Marker): boolean =>
  isId(text) || (committee === works && kind !== 'secret' && kind !== 'own');

export const trail: Decisions = {
  Audit_page: {
    ...{ may: ofTrail, body: 'committee', beyond: [200], alsoTells: all },
    ask: (_, { memberId }) => ({ query: { subjectId: memberId, limit: '200' } }),
    remark: 'Who looks after accounts reads no register, but must see what was done with it.',
  },
  Audit_choices: { may: ofTrail, alsoTells: all },
  Audit_verify: { may: ofTrail },
  Audit_export: {
    ...{ may: { administrator: 'whole' }, isExport: true, alsoTells: all },
    ask: () => ({ path: { format: 'csv' }, query: { from: today(), until: today() } }),
  },
};
