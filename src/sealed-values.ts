import { sealedMemberSecrets } from './members/member-secret.entity.js';
import { sealedMerges } from './members/twins/member-merge.entity.js';
import { sealedTotp } from './accounts/totp.service.js';
import { sealedImports } from './register-import/sealed-imports.js';
import type { SealedValues } from './platform/encryption/sealed-values.js';

/** Everything that is sealed in the database: what an exchange of keys has to seal anew. */
export const sealedValues: readonly SealedValues[] = [sealedMemberSecrets, sealedMerges, sealedTotp, ...sealedImports];
