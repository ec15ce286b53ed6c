import type { ActorRequest } from '../access/access.decorator.js';
import type { ProblemDto } from './problem.dto.js';

/** Refused access and input that broke the rules: for whoever watches the log, not for the audit trail. */
export const isRefusal = ({ status }: Pick<ProblemDto, 'status'>): boolean => [401, 403, 422, 429].includes(status);

const [mostFields, longestPath] = [20, 100];

/** Who tried what, without a word of what he sent: values and searches name members. */
export function refusalOf(request: ActorRequest, { status, code, errors = [] }: Omit<ProblemDto, 'requestId'>): object {
  const { actor, method, ip: address, id: requestId } = request;
  const route = request.routeOptions?.url ?? null;
  const fields = errors.slice(0, mostFields).map(({ path }) => path.slice(0, longestPath));
  const { accountId = null, signInId = null } = actor ?? {};
  return { event: 'refused', status, code, method, route, fields, accountId, signInId, address, requestId };
}

/** What the log tells of a request. Its query stays out: people search for members by name. */
export function requestLine({ method, url, host, ip }: Record<'method' | 'url' | 'host' | 'ip', unknown>): object {
  return { method, url: String(url).split('?', 1)[0], host, remoteAddress: ip };
}
