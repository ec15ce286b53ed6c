import { Logger } from '@nestjs/common';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { requestLine } from '../../src/platform/http/request-log.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;
beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

/** What the log was told while somebody worked. */
async function loggedBy(work: () => Promise<unknown>): Promise<unknown[]> {
  const heard = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  await work();
  const said = heard.mock.calls.map(([message]) => message as unknown);
  heard.mockRestore();
  return said;
}

describe('the log', () => {
  it('tells of refused access: who tried which route, from where', async () => {
    const { headers } = await day.colleague();
    const said = await loggedBy(() => day.test.call('GET', '/audit?text=bi mat', undefined, headers));
    expect(said).toMatchObject([
      {
        event: 'refused',
        status: 403,
        code: 'access.forbidden',
        method: 'GET',
        route: '/api/v1/audit',
        address: '127.0.0.1',
      },
    ]);
    expect(said[0]).toMatchObject({ accountId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
    expect(JSON.stringify(said)).not.toContain('bi mat');
  });

  it('tells which fields broke the rules, and nothing of what stood in them', async () => {
    const evil = { fullName: '', 'x\n{"level":60}': 1, cardNumber: 'Nguyễn'.repeat(20) };
    const said = await loggedBy(() => day.test.call('PATCH', `/members/${day.member(0, 0)}`, evil));
    expect(said).toMatchObject([{ status: 422, route: '/api/v1/members/:id' }]);
    expect(said[0]).toMatchObject({ fields: expect.arrayContaining(['fullName', 'cardNumber']) as unknown });
    expect(JSON.stringify(said)).not.toContain('Nguyễn');
  });

  it('is one line an event, whatever somebody puts into a name', () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    log.warn({ fields: ['x\n{"level":60}\u2028'] }, 'request refused');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
  });

  it('keeps what people search for out of the line of a request', () => {
    const line = requestLine({ method: 'GET', url: '/api/v1/members?search=Nguy%E1%BB%85n', host: 'mau', ip: '::1' });
    expect(line).toEqual({ method: 'GET', url: '/api/v1/members', host: 'mau', remoteAddress: '::1' });
  });
});
