import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { docxOf, pdfOf, png } from './support/made-files.js';

let test: TestApp;
let id: string;

beforeAll(async () => {
  test = await startTestApp({ UPLOAD_MEGABYTES: '2' });
  await test.firstRun();
  const resolution = { title: 'Nghị quyết 21', issuer: 'Trung ương', issuedOn: '2021-02-01', level: 'central' };
  id = String((await test.call('POST', '/resolutions', resolution)).body['id']);
});
afterAll(() => test.stop());

interface Sent {
  status: number;
  body: Record<string, unknown>;
}

async function send(
  form: FormData,
  to = id,
  headers: Record<string, string> = { cookie: test.cookie() },
): Promise<Sent> {
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await test.app.inject({
    ...{ method: 'POST', url: `/api/v1/resolutions/${to}/files`, payload: Buffer.from(await request.arrayBuffer()) },
    headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
}

function formOf(bytes: Buffer, name: string, more: Record<string, string> = { isNotSecret: 'true' }): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(more)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), name);
  return form;
}

const kept = async (): Promise<number> =>
  (await ask<{ kept: number }>(test.databaseUrl, 'SELECT count(*)::int AS kept FROM stored_file'))[0]?.kept ?? -1;

const entriesOf = (action: string): Promise<{ field: string; value: string }[]> =>
  ask(
    test.databaseUrl,
    `SELECT field, value FROM audit_entry JOIN audit_value USING (committee_id, seq) WHERE action = $1 ORDER BY seq, field`,
    [action],
  );

describe('the text of a resolution', () => {
  it('is kept byte by byte, and sent as a file to be saved, which nothing opens by itself', async () => {
    const bytes = Buffer.concat([await pdfOf(), Buffer.from(`\n%${'a'.repeat(1_300_000)}\n`)]);
    const sent = await send(formOf(bytes, 'C:\\Nghị quyết "21".PDF'));
    expect(sent).toMatchObject({ status: 201, body: { name: 'Nghị quyết 21.pdf', kind: 'pdf', size: bytes.length } });
    const got = await test.call('GET', `/files/${String(sent.body['id'])}`);
    expect(got.raw.equals(bytes)).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Nghi quyet 21.pdf"; filename*=UTF-8''Ngh%E1%BB%8B%20quy%E1%BA%BFt%2021.pdf`,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    const listed = await test.call('GET', `/resolutions/${id}/files`);
    expect(listed.body).toEqual([sent.body]);
    const told = Object.fromEntries((await entriesOf('file.stored')).map(({ field, value }) => [field, value]));
    expect(told).toMatchObject({ name: '"Nghị quyết 21.pdf"', isNotSecret: 'true' });
  });

  it('may be a scan, of which the answer says that nobody has searched it', async () => {
    expect(await send(formOf(png(), 'scan.png'))).toMatchObject({
      status: 201,
      body: { kind: 'png', isSearched: false },
    });
    expect(await send(formOf(await docxOf(), 'a.docx'))).toMatchObject({ status: 201, body: { isSearched: true } });
  });

  it('is refused where it is marked secret: one sentence, nothing kept, and an entry that does not repeat it', async () => {
    const before = await kept();
    const sent = await send(formOf(await pdfOf(['TUYỆT MẬT', 'KẾ HOẠCH ABC']), 'ke-hoach.pdf'));
    expect(sent).toMatchObject({
      status: 422,
      body: { code: 'file.secret', title: expect.stringMatching(/^Tài liệu có dấu chỉ độ mật [^.]*\.$/) },
    });
    expect(await kept()).toBe(before);
    const told = await entriesOf('file.refused');
    expect(told.map(({ field }) => field)).toEqual(['because', 'objection', 'size']);
    expect(JSON.stringify(told)).not.toMatch(/KẾ HOẠCH|ke-hoach/);
  });

  it.each([{}, { isNotSecret: 'false' }, { isNotSecret: '' }])(
    'is not taken unless the sender states that it is no state secret: %o',
    async (more) => {
      const before = await kept();
      const sent = await send(formOf(await pdfOf(), 'a.pdf', more as Record<string, string>));
      expect(sent).toMatchObject({ status: 422, body: { errors: [{ path: 'isNotSecret' }] } });
      expect(await kept()).toBe(before);
    },
  );

  it('is no larger than the office allows, and comes alone in a form of what is offered', async () => {
    const large = await send(formOf(Buffer.concat([await pdfOf(), Buffer.alloc(2_100_000)]), 'a.pdf'));
    expect(large).toMatchObject({ status: 422, body: { code: 'file.too-large' } });
    const two = formOf(png(), 'a.png');
    two.append('file', new Blob([new Uint8Array(png())]), 'b.png');
    expect((await send(two)).status).toBe(413);
    expect((await send(formOf(png(), 'a.png', { isNotSecret: 'true', committeeId: randomUUID() }))).status).toBe(422);
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, 'x']));
    expect((await send(formOf(png(), 'a.png', many))).status).toBeOneOf([413, 422]);
    const empty = new FormData();
    empty.append('isNotSecret', 'true');
    expect(await send(empty)).toMatchObject({ status: 422, body: { errors: [{ path: 'file' }] } });
  });

  it('is refused with a form that breaks off or is none', async () => {
    for (const [payload, type] of [
      [
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
        'multipart/form-data; boundary=x',
      ],
      ['x', 'multipart/form-data'],
      ['--x--', 'multipart/form-data; boundary=x'],
      ['{}', 'application/json'],
    ] as const) {
      const headers = { cookie: test.cookie(), 'content-type': type };
      const answer = await test.app.inject({
        method: 'POST',
        url: `/api/v1/resolutions/${id}/files`,
        payload,
        headers,
      });
      expect([type, payload, answer.statusCode], answer.body).toEqual([
        type,
        payload,
        expect.toBeOneOf([400, 406, 415, 422]),
      ]);
      expect(answer.body).not.toContain('"internal"');
    }
  });

  it('belongs to a resolution that is there, and goes to those who are signed in', async () => {
    expect((await send(formOf(png(), 'a.png'), randomUUID())).status).toBe(404);
    expect((await send(formOf(png(), 'a.png'), id, {})).status).toBe(401);
    const file = String(
      (await test.call('GET', `/resolutions/${id}/files`)).body.map((each) => (each as { id: string }).id)[0],
    );
    const stranger = await test.app.inject({ method: 'GET', url: `/api/v1/files/${file}` });
    expect(stranger.statusCode).toBe(401);
    expect((await test.call('GET', `/files/${randomUUID()}`)).status).toBe(404);
  });

  it('is removed with a trace, by itself and with its resolution', async () => {
    const listed = (await test.call('GET', `/resolutions/${id}/files`)).body as unknown as { id: string }[];
    expect(listed.length).toBeGreaterThan(1);
    expect((await test.call('DELETE', `/files/${listed[0]?.id}`)).status).toBe(204);
    expect((await test.call('GET', `/files/${listed[0]?.id}`)).status).toBe(404);
    expect((await test.call('DELETE', `/resolutions/${id}`)).status).toBe(204);
    expect(await kept()).toBe(0);
    const removed = (await entriesOf('file.removed')).filter(({ field }) => field === 'file');
    expect(removed).toHaveLength(listed.length);
  });
});
