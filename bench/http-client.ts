/** A signed-in client of the product over its port. */
export class HttpClient {
  cookie = '';

  constructor(readonly url: string) {}

  async json<Body>(method: string, path: string, body?: object): Promise<Body> {
    return (await (await this.request(method, path, body)).json()) as Body;
  }

  async bytes(path: string): Promise<ArrayBuffer> {
    return (await this.request('GET', path)).arrayBuffer();
  }

  async form<Body>(path: string, form: FormData): Promise<Body> {
    return (await (await this.send('POST', path, { body: form })).json()) as Body;
  }

  private request(method: string, path: string, body?: object): Promise<Response> {
    if (!body) return this.send(method, path, {});
    return this.send(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  private async send(method: string, path: string, more: RequestInit): Promise<Response> {
    const headers = { cookie: this.cookie, ...(more.headers as Record<string, string> | undefined) };
    const answer = await fetch(`${this.url}/api/v1${path}`, { ...more, method, headers });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    return answer;
  }
}
