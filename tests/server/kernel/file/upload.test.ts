import { describe, expect, test } from 'vitest';
import { readUpload, safeName } from '#server/kernel/file/upload.ts';

const MAX = 1024 * 1024;

function formRequest(fields: Record<string, File | string>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request('http://localhost/x', { method: 'POST', body });
}

/** A form whose file goes on for ever; `sent` tells how much of it was asked for. */
function endlessRequest() {
  const chunk = new Uint8Array(64 * 1024);
  const state = { sent: 0, isCancelled: false };
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n';
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull(controller) {
      state.sent += chunk.length;
      controller.enqueue(chunk);
    },
    cancel() {
      state.isCancelled = true;
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const request = new Request('http://localhost/x', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  return { request, state };
}

describe('[D8] a file that is sent', () => {
  test('arrives whole, with the last part of its name', async () => {
    const file = new File(['contenu'], '../../etc/place.png');
    const upload = await readUpload(formRequest({ file }), MAX);
    expect(upload).toEqual({
      ok: true,
      value: { name: 'place.png', bytes: new TextEncoder().encode('contenu') },
    });
  });

  test('is stopped at the limit while it arrives, however long it claims to be', async () => {
    const { request, state } = endlessRequest();
    expect(await readUpload(request, MAX)).toEqual({ ok: false, error: 'file.tooLarge' });
    expect(state.sent).toBeLessThan(2 * MAX);
  });

  test('is not begun when it says that it is too large', async () => {
    const { request, state } = endlessRequest();
    request.headers.set('content-length', String(100 * MAX));
    expect(await readUpload(request, MAX)).toEqual({ ok: false, error: 'file.tooLarge' });
    expect(state.sent).toBeLessThanOrEqual(64 * 1024);
  });

  test('is missed, or lost, in a form that has none or is no form', async () => {
    expect(await readUpload(formRequest({ file: 'texte' }), MAX)).toEqual({
      ok: false,
      error: 'file.missing',
    });
    expect(await readUpload(formRequest({ autre: new File(['x'], 'x') }), MAX)).toMatchObject({
      error: 'file.missing',
    });
    const json = new Request('http://localhost/x', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await readUpload(json, MAX)).toEqual({ ok: false, error: 'file.lost' });
    const cut = new Request('http://localhost/x', {
      method: 'POST',
      body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nPNG',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(await readUpload(cut, MAX)).toEqual({ ok: false, error: 'file.lost' });
  });

  test('keeps of its name what people recognise and nothing else', () => {
    expect(safeName('C:\\photos\\la place\u0000.png')).toBe('la place.png');
    expect(safeName('a\u202Egnp.exe')).toBe('agnp.exe');
    expect(safeName(`${'x'.repeat(10_000)}.png`)).toHaveLength(120);
    expect(safeName('///')).toBe('image');
  });
});
