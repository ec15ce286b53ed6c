import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDto } from './problem.dto.js';

const malformed: Omit<ProblemDto, 'requestId'> = {
  type: 'urn:quan-triet:problem:request.malformed',
  ...{ code: 'request.malformed', status: 400, title: 'Yêu cầu không đọc được.' },
};

/** A path that can't be decoded: refused before any route, in the same words as elsewhere, and without repeating it. */
export function refuseBadPath(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(400)
    .type('application/problem+json')
    .send({ ...malformed, requestId: request.id });
}

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is no HTTP at all, comes too slowly or brings too many headers: one line to the socket, which then closes. */
export function answerBrokenRequest(reason: Error & { code?: string }, socket: Socket): void {
  if (socket.destroyed || !socket.writable || reason.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = statusOf[reason.code ?? ''] ?? 400;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
}
