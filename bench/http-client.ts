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

  private async request(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    return answer;
  }
}
