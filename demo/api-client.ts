import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Speaks to the running app as a browser would, without a port. Answers that are no success end the demo. */
export class ApiClient {
  private cookie = '';

  constructor(private readonly app: NestFastifyApplication) {}

  async send<Body>(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object): Promise<Body> {
    return JSON.parse((await this.request(method, path, payload)).toString('utf8')) as Body;
  }

  async download(path: string): Promise<Buffer> {
    return this.request('GET', path);
  }

  private async request(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object): Promise<Buffer> {
    const headers = this.cookie ? { cookie: this.cookie } : {};
    const answer = await this.app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`);
    const cookie = answer.headers['set-cookie'];
    if (typeof cookie === 'string') this.cookie = cookie.split(';')[0] ?? '';
    return answer.rawPayload;
  }
}
