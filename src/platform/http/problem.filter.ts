import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refusalByConstraint } from '../errors/constraint-violation.js';
import type { ActorRequest } from '../access/access.decorator.js';
import { DomainError, type Refusal } from '../errors/domain-error.js';
import type { ProblemDto } from './problem.dto.js';
import { isRefusal, refusalOf } from './request-log.js';

const statusOf: Record<Refusal, number> = {
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'too-many': 429,
  unavailable: 503,
};

const ofFramework: Record<number, [code: string, sentence: string]> = {
  400: ['request.malformed', 'Yêu cầu không đọc được.'],
  404: ['not-found', 'Không có địa chỉ này.'],
  408: ['request.too-slow', 'Dữ liệu gửi lên quá chậm.'],
  413: ['request.too-large', 'Dữ liệu gửi lên quá lớn.'],
  415: ['request.media-type', 'Dữ liệu gửi lên phải là JSON.'],
  503: ['unavailable', 'Hệ thống chưa sẵn sàng. Xin thử lại sau giây lát.'],
};

/** The only place that knows how a refusal looks in HTTP: RFC 9457, `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<ActorRequest>();
    const problem = { ...this.problemOf(thrown), requestId: request.id };
    if (problem.status >= 500) this.log.error({ err: thrown, requestId: request.id }, 'request failed');
    else if (isRefusal(problem)) this.log.warn(refusalOf(request, problem), 'request refused');
    if (thrown instanceof DomainError && thrown.more.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', String(thrown.more.retryAfterSeconds));
    }
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private problemOf(thrown: unknown): Omit<ProblemDto, 'requestId'> {
    const known = thrown instanceof DomainError ? thrown : refusalByConstraint(thrown);
    if (known) {
      const { errors, details } = known.more;
      return {
        type: `urn:quan-triet:problem:${known.code}`,
        code: known.code,
        status: statusOf[known.refusal],
        title: known.message,
        ...(errors && { errors }),
        ...(details && { details }),
      };
    }
    const status = statusOfFramework(thrown);
    const [code, title] = ofFramework[status < 500 ? (status in ofFramework ? status : 400) : status] ?? [
      'internal',
      'Có lỗi trong hệ thống. Xin thử lại; nếu vẫn lỗi, báo người quản trị kèm mã yêu cầu.',
    ];
    return { type: `urn:quan-triet:problem:${code}`, code, status, title };
  }
}

/** Nest throws HttpException, Fastify's own errors carry a statusCode. */
function statusOfFramework(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return thrown.statusCode;
  return 500;
}
