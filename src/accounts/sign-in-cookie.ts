import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { cookieName } from '../platform/access/access.guard.js';
import { Environment } from '../platform/config/environment.js';
import { MeDto } from './sign-in.dto.js';
import { SignInLookup } from './sign-in-lookup.js';
import type { Opened } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

/** The browser's side of a sign-in. */
@Injectable()
export class SignInCookie {
  constructor(
    private readonly environment: Environment,
    private readonly lookup: SignInLookup,
  ) {}

  /** Hands the token to the browser, out of reach of scripts. @returns who is signed in with it */
  async give(reply: FastifyReply, opened: Opened, visitor: Visitor): Promise<MeDto> {
    this.put(reply, opened);
    const holder = await this.lookup.holderOf(opened.token, visitor);
    if (!holder) throw new Error('a sign-in was gone as soon as it was made');
    return MeDto.from(holder);
  }

  put(reply: FastifyReply, { token, maxAgeSeconds }: Opened): void {
    const secure = this.environment.SECURE_COOKIES;
    void reply.setCookie(cookieName(secure), token, {
      ...{ path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: maxAgeSeconds },
    });
  }

  take(reply: FastifyReply): void {
    void reply.clearCookie(cookieName(this.environment.SECURE_COOKIES), { path: '/' });
  }
}
