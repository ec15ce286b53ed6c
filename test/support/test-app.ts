import { inject } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../src/http-app.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { cloneDatabase } from './test-database.js';
import { requireWholeChains } from './audit-chains.js';

/** An answer with its body read as JSON, where it is JSON. */
export interface Answer {
  status: number;
  // The tests state what they expect field by field; the shape is what is under test.
  body: Record<string, unknown> & unknown[];
  raw: Buffer;
  headers: Record<string, unknown>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface TestApp {
  app: NestFastifyApplication;
  databaseUrl: string;
  /** A request below /api/v1, signed in as the first account once `firstRun` was called. */
  call(method: Method, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  firstRun(committee?: object): Promise<void>;
  /** `sign_in=…` of the first account, for a browser; empty before `firstRun`. */
  cookie(): string;
  stop(): Promise<void>;
}

export const firstRunBody = {
  committee: {
    ...{
      name: 'Đảng bộ phường Thử Nghiệm',
      bodyName: 'Đảng ủy phường Thử Nghiệm',
      place: 'Thử Nghiệm',
      documentCode: 'ĐU',
    },
    ...{
      superiorName: 'Đảng bộ quận Mẫu',
      superiorBodyName: 'Quận ủy Mẫu',
      signingPower: 'T/M ĐẢNG ỦY',
      signerPost: 'BÍ THƯ',
    },
    ...{ signerName: 'Trần Văn Mẫu', recipients: ['Quận ủy Mẫu', 'Lưu Văn phòng Đảng ủy'], foundedOn: '2000-01-01' },
  },
  account: { loginName: 'van-phong', displayName: 'Văn phòng Đảng ủy', password: 'bốn con thuyền giấy qua sông' },
};

/** The whole app over a database of its own, without a port. */
export async function startTestApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const app = await createHttpApp(
    readEnvironment({
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      FIELD_KEYS: inject('fieldKeys'),
      ...settings,
    }),
    database.url,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  let cookie = '';
  const call: TestApp['call'] = async (method, path, payload, headers = {}) => {
    const url = path.startsWith('/health') || path.startsWith('/api') ? path : `/api/v1${path}`;
    const response = await app.inject({
      method,
      url,
      ...(payload && { payload }),
      headers: { ...(cookie && { cookie }), ...headers },
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = isJson ? (JSON.parse(response.body) as Answer['body']) : ({} as Answer['body']);
    return { status: response.statusCode, body, raw: response.rawPayload, headers: response.headers };
  };
  return {
    ...{ app, databaseUrl: database.url, call, cookie: () => cookie },
    firstRun: async (committee = firstRunBody.committee) => {
      const { headers, status } = await call('POST', '/first-run', { ...firstRunBody, committee });
      if (status !== 201) throw new Error(`first run answered ${status}`);
      cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    },
    stop: async () => {
      await app.close();
      await requireWholeChains(database.url);
      await database.drop();
    },
  };
}
