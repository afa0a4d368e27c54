import { expect, test } from 'vitest';
import { readCityUpload } from '#app/programme/territory/city-upload.server.ts';
import { importViewOf } from '#app/programme/territory/import-view.server.ts';
import { hasReport } from '#app/programme/territory/import-view.ts';
import type { CityRefusal } from '#shared/programme/territory/city-finding.ts';

function requestOf(fields: Record<string, string | File>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return new Request('http://localhost/administration/territoires', { method: 'POST', body });
}
const send = (fields: Record<string, string | File>) => readCityUpload(requestOf(fields));
const bytesOf = (upload: Awaited<ReturnType<typeof send>>) =>
  upload.ok && 'bytes' in upload.value && [...(upload.value.bytes ?? [])];
const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x63, 0xe9, 0x0d, 0x0a, 0x00, 0xff);

test('a file arrives byte for byte, with its name', async () => {
  const upload = await send({ file: new File([bytes], 'villes d’été.csv') });
  expect(upload).toMatchObject({ ok: true, value: { fileName: 'villes d’été.csv', isConfirmed: false } });
  expect(bytesOf(upload)).toEqual([...bytes]);
});

test('[T4] what is confirmed is what was checked, byte for byte', async () => {
  const counts = { cities: 1, agreements: 1, programmeCities: 1, programmeAgreements: 1 };
  const value = { counts, warnings: [], agreements: [], places: [], absent: [], organisations: [] };
  const view = importViewOf({ ok: true, value }, { fileName: 'villes.csv', bytes, isConfirmed: false });
  if (view.state !== 'ready') throw new Error(view.state);
  const upload = await send({ content: view.content ?? '', fileName: view.fileName });
  expect(upload).toMatchObject({ ok: true, value: { fileName: 'villes.csv', isConfirmed: true } });
  expect(bytesOf(upload)).toEqual([...bytes]);
});

test('[T14] the list of the product is checked and confirmed without a file; an import is undone by its id', async () => {
  const list = (said: string) => send({ list: said });
  expect(await list('check')).toMatchObject({ ok: true, value: { bytes: null, isConfirmed: false } });
  expect(await list('confirm')).toMatchObject({ ok: true, value: { bytes: null, isConfirmed: true } });
  expect(await list('other')).toEqual({ ok: false, error: 'fileMissing' });
  const importId = '0afc97c6-25e7-4a47-896d-8db3e76baf17';
  expect(await send({ importId })).toEqual({ ok: true, value: { undo: importId } });
});

test.each([
  ['no field at all', { other: 'x' }, 'fileMissing'],
  ['a text in the place of the file', { file: 'x' }, 'fileMissing'],
  ['a damaged confirmation', { content: '%%%', fileName: 'villes.csv' }, 'fileLost'],
  ['a confirmation without its name', { content: 'QQ==' }, 'fileLost'],
  ['five megabytes', { file: new File([new Uint8Array(5 * 1024 * 1024)], 'x.csv') }, 'fileTooLarge'],
])('%s is a fault of the field', async (_, fields, error) => {
  expect(await send(fields)).toEqual({ ok: false, error });
});

function bodyOf(body: string): Request {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  return new Request('http://localhost/', { method: 'POST', body, headers });
}

test('no file chosen, as browsers send it, is a fault of the field', async () => {
  const part =
    'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream';
  const upload = await readCityUpload(bodyOf(`--x\r\n${part}\r\n\r\n\r\n--x--\r\n`));
  expect(upload).toEqual({ ok: false, error: 'fileMissing' });
});

test('a body announced as far too large is read to its end, so that the browser hears the answer', async () => {
  const request = new Request(bodyOf('x'.repeat(100_000)), { headers: { 'content-length': '60000000' } });
  expect(await readCityUpload(request)).toEqual({ ok: false, error: 'fileTooLarge' });
  expect(await request.body?.getReader().read()).toEqual({ done: true, value: undefined });
});

test('a body that is no form is a fault of the field', async () => {
  expect(await readCityUpload(bodyOf('--x\r\nbroken'))).toEqual({ ok: false, error: 'fileLost' });
});

test('a file of zero bytes is a file: it is read, and found empty', async () => {
  expect(await send({ file: new File([], 'vide.csv') })).toMatchObject({
    ok: true,
    value: { fileName: 'vide.csv' },
  });
});

const refused = (refusals: readonly CityRefusal[]) =>
  importViewOf({ ok: false, refusals, warnings: [] }, { fileName: 'x.csv', bytes, isConfirmed: false });

test('a fault of the whole file is told on its field, without a report', () => {
  const view = refused([{ code: 'file.spreadsheet' }]);
  expect(view).toMatchObject({ error: expect.stringContaining('classeur') });
  expect(hasReport(view)).toBe(false);
});

test('[T4] faults of lines make a report, cut where nobody would read on', () => {
  const many = Array.from({ length: 5000 }, (_, at) => ({
    code: 'city.codeUnknown' as const,
    line: at + 2,
    value: 'x',
  }));
  const view = refused(many);
  if (view.state !== 'refused') throw new Error(view.state);
  expect(hasReport(view)).toBe(true);
  expect(view.findings[0]).toMatchObject({ line: 2 });
  expect(view.findings.length + view.hidden).toBe(5000);
  expect(view.findings.length).toBeLessThan(500);
});
