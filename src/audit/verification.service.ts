import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { verifyChain } from '../platform/audit/audit-verifier.js';
import { Database } from '../platform/database/database.js';
import type { VerificationDto } from './audit.dto.js';

/** A long chain takes seconds to walk; who asks again within this time hears the same. */
const HOLDS_MS = 60_000;

/** Walks the chain of the actor's committee, as far as the app itself may see it. */
@Injectable()
export class VerificationService {
  private readonly known = new Map<string, VerificationDto>();
  /** One walk at a time, however many ask. */
  private readonly walking = new Map<string, Promise<VerificationDto>>();

  constructor(private readonly database: Database) {}

  async verify({ committeeId }: Actor): Promise<VerificationDto> {
    const before = this.known.get(committeeId);
    if (before && before.verifiedAt.getTime() > Date.now() - HOLDS_MS) return before;
    const walk = this.walking.get(committeeId) ?? this.walk(committeeId);
    this.walking.set(committeeId, walk);
    try {
      return await walk;
    } finally {
      this.walking.delete(committeeId);
    }
  }

  private async walk(committeeId: string): Promise<VerificationDto> {
    const ask = <Row>(statement: string, parameters?: unknown[]): Promise<Row[]> =>
      this.database.rows<Row>(statement, parameters);
    const { head, breaks, brokenAt, erased } = await verifyChain(ask, committeeId);
    const { seq, hash } = head;
    const verdict = { isWhole: breaks.length === 0, seq, hash, brokenAt, erased, verifiedAt: new Date() };
    // A break is never answered from memory: it may just have been mended, or be worse.
    if (verdict.isWhole) this.known.set(committeeId, verdict);
    else this.known.delete(committeeId);
    return verdict;
  }
}
