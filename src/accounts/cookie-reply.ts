import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '../platform/access/access.guard.js';
import type { Opened, Visitor } from './sign-in.service.js';

export const visitorOf = ({ ip, id, headers }: FastifyRequest): Visitor => ({
  ...{ address: ip, requestId: id, agent: headers['user-agent'] ?? '' },
});

/** Hands a sign-in to the browser that asked for it. */
export function setSignInCookie(reply: FastifyReply, secure: boolean, { token, maxAgeSeconds }: Opened): void {
  void reply.setCookie(cookieName(secure), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: maxAgeSeconds },
  });
}
