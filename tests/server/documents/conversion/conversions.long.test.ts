import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findImport } from '#db/documents/conversion/document-imports.ts';
import { putIntoFolder } from '#db/documents/document-places.ts';
import { createDocument, findDocumentForMember } from '#db/documents/documents.ts';
import { findFileForMember } from '#db/documents/file/files.ts';
import { createFolder, removeFolder } from '#db/documents/folders.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { type Progress, ProgressReader } from '#shared/documents/conversion/progress.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';
import { docx, paragraph } from './office-files.ts';

let server: TestServer;
let writer: SignedIn;
let reader: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  reader = await server.person({ role: 'observer' });
  outsider = await server.person();
});
afterAll(() => server.close());

function send(who: SignedIn, files: readonly File[], path = `/groups/${server.groupId}/documents/import`) {
  const body = new FormData();
  for (const file of files) body.append('file', file);
  return fetch(`${server.origin}/api/v1${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${who.token}` },
  });
}
const take = (who: SignedIn, id: string, format: string) =>
  fetch(`${server.origin}/api/v1/documents/${id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
const word = (text: string, name = 'Guide des îlots.docx') =>
  new File([docx(paragraph(text)) as BlobPart], name);
async function documentsOf(who: SignedIn): Promise<{ title: string }[]> {
  const answer = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/documents?limit=100`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return ((await answer.json()) as { items: { title: string }[] }).items;
}

describe('[X12] files become documents', () => {
  test('several at once: text, title, images of ours, report, in the importer’s name', async () => {
    const { referencePicture } = await import('./reference-document.ts');
    const picture = Buffer.from(await referencePicture).toString('base64');
    const markdown = `# Carte\n\nTexte.\n\n![Plan](data:image/png;base64,${picture})\n\n![Loin](https://exemple.fr/a.png)\n`;
    const answer = await send(writer, [word('Bonjour'), new File([markdown], 'notes.md')]);
    expect(answer.status).toBe(201);
    const { items, report } = (await answer.json()) as {
      items: { id: string; title: string; room: string; url: string }[];
      report: { id: string; file: string; losses: { kind: string; count: number; detail: string }[] }[];
    };
    expect(items.map(({ title }) => title)).toEqual(['Guide des îlots', 'Carte']);
    expect(report[1]?.losses).toEqual([
      { kind: 'imagesElsewhere', count: 1, detail: '1 image d’un autre site, non téléchargée' },
    ]);
    const [first, second] = items;
    const { value: blocks } = await server.rooms.read(first?.room ?? '', 'blocks', ANYBODY);
    expect(JSON.stringify(blocks)).toContain('Bonjour');
    const { value: drawn } = await server.rooms.read(second?.room ?? '', 'blocks', ANYBODY);
    const image = drawn.find(({ type }) => type === 'image');
    expect(image?.attrs).toMatchObject({ alt: 'Plan', width: 320, height: 200 });
    const fileId = String(image?.attrs?.src).split('/').at(-1) ?? '';
    const { db } = server.database;
    const now = new Date();
    expect(await findFileForMember(db, { fileId, userId: reader.id, now })).toMatchObject({
      contentType: 'image/png',
    });
    expect(await findFileForMember(db, { fileId, userId: outsider.id, now })).toBeNull();
    expect(await findImport(db, { documentId: asReadable(second?.id ?? '') })).toMatchObject({
      fileName: 'notes.md',
      by: 'Nadia Ferrand',
    });
    expect(
      await findDocumentForMember(db, { documentId: first?.id ?? '', userId: outsider.id, now }),
    ).toBeNull();
  });

  test('all or none: one that is refused leaves nothing of the others', async () => {
    const before = (await documentsOf(writer)).length;
    const answer = await send(writer, [word('Bon'), new File(['%PDF-1.7'], 'b.pdf')]);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'import.pdf' });
    expect(await documentsOf(writer)).toHaveLength(before);
  });

  test('only for those who write in the group', async () => {
    expect((await send(reader, [word('x')])).status).toBe(403);
    expect((await send(outsider, [word('x')])).status).toBe(404);
    expect((await send({ ...writer, token: 'faux' }, [word('x')])).status).toBe(401);
    expect((await send(writer, [word('x')], '/groups/nulle-part/documents/import')).status).toBe(404);
  });

  test('[X9] no file, too large a file, no form at all', async () => {
    expect(await (await send(writer, [])).json()).toMatchObject({ code: 'import.missing' });
    const large = await send(writer, [new File([new Uint8Array(70 * 1024 * 1024)], 'gros.docx')]);
    expect(large.status).toBe(413);
    const json = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/documents/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writer.token}`, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect([json.status, await json.json()]).toMatchObject([415, { code: 'api.mediaType' }]);
  });

  test('[X10] an image that is none is counted, its words stay', async () => {
    const markdown = 'Texte.\n\n![Le plan](data:image/png;base64,AAAA)\n';
    const answer = await send(writer, [new File([markdown], 'a.md')]);
    const { items, report } = (await answer.json()) as {
      items: { room: string }[];
      report: { losses: unknown[] }[];
    };
    expect(report[0]?.losses).toMatchObject([{ kind: 'imagesVector', count: 1 }]);
    const { value } = await server.rooms.read(items[0]?.room ?? '', 'blocks', ANYBODY);
    expect(JSON.stringify(value)).toContain('Le plan');
    expect(JSON.stringify(value)).not.toContain('"image"');
  });
});

describe('[X1] documents leave', () => {
  test('in every format, for whoever may read them, and for nobody else', async () => {
    const { items } = (await (await send(writer, [word('Bonjour')])).json()) as { items: { id: string }[] };
    const id = items[0]?.id ?? '';
    for (const format of ['pdf', 'docx', 'odt', 'md', 'html', 'json']) {
      const answer = await take(reader, id, format);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''Guide%20des%20%C3%AElots.${format}`,
      );
      expect((await answer.bytes()).length).toBeGreaterThan(0);
    }
    expect((await take(outsider, id, 'pdf')).status).toBe(404);
    expect((await take(reader, id, 'exe')).status).toBe(400);
    expect((await take({ ...reader, token: '' }, id, 'pdf')).status).toBe(401);
  });

  test('[X7] a group as one archive, told as it goes, for its members only', async () => {
    const { groupId } = server;
    const asked = { groupId, userId: reader.id, format: 'md' as ExportFormat, withComments: false };
    const signal = new AbortController().signal;
    expect(
      await server.conversions.exportGroup({ ...asked, userId: outsider.id }, { signal, isTelling: true }),
    ).toEqual({
      ok: false,
      error: 'access.notFound',
    });
    const made = await server.conversions.exportGroup(asked, { signal, isTelling: true });
    if (!made.ok) throw new Error(made.error);
    const { told, bytes } = await follow(made.value.body);
    const names = Object.keys(unzipSync(bytes));
    const titles = (await documentsOf(reader)).map(({ title }) => title);
    expect(names).toHaveLength(titles.length);
    expect(names).toContain('Carte.md');
    expect(names.filter((name) => name.startsWith('Guide des îlots')).length).toBeGreaterThan(1);
    expect(told.filter(({ state }) => state === 'running')).toHaveLength(titles.length);
    expect(told.at(-1)).toMatchObject({ state: 'done', type: 'application/zip' });
  });
});

describe('[X17] the archive of a group', () => {
  test('keeps its folders, whatever they are called, those that were removed excepted', async () => {
    const { groupId, database } = server;
    const { db } = database;
    const folder = async (name: string, parentId: string | null = null) => {
      const folderId = randomUUID();
      const made = await inTransaction(db, (tx) =>
        createFolder(tx, {
          groupId,
          folderId,
          parentId,
          name,
          by: writer.id,
          now: new Date(),
        }),
      );
      if (!made.ok) throw new Error(made.error);
      return folderId;
    };
    const put = async (title: string, folderId: string) => {
      const made = await inTransaction(db, (tx) =>
        createDocument(tx, {
          ...{ documentId: randomUUID(), activityId: randomUUID(), groupId, title },
          ...{ by: writer.id, now: new Date() },
        }),
      );
      if (!made.ok) throw new Error(made.error);
      const { id } = made.value;
      await inTransaction(db, (tx) => putIntoFolder(tx, { documentId: id, groupId, folderId }));
    };
    const reports = await folder('Comptes rendus : 2023');
    const spring = await folder('Printemps', reports);
    const removed = await folder('Brouillons', reports);
    await put('Lancement', spring);
    await put('Dans un classeur retiré', removed);
    await put('Ailleurs', await folder('../..'));
    await put('Faux', await folder('Fichiers joints'));
    await put('Double 1', await folder('Notes'));
    await put('Double 2', await folder('notes'));
    await inTransaction(db, (tx) => removeFolder(tx, { groupId, folderId: removed, now: new Date() }));
    const asked = { groupId, userId: reader.id, format: 'md' as ExportFormat, withComments: false };
    const made = await server.conversions.exportGroup(asked, {
      signal: new AbortController().signal,
      isTelling: true,
    });
    if (!made.ok) throw new Error(made.error);
    const names = Object.keys(unzipSync((await follow(made.value.body)).bytes));
    for (const name of [
      'Comptes rendus - 2023/Printemps/Lancement.md',
      'Comptes rendus - 2023/Dans un classeur retiré.md',
      'Fichiers joints (2)/Faux.md',
    ])
      expect(names).toContain(name);
    expect(
      names
        .filter((name) => /Double \d/.test(name))
        .map((name) => name.split('/')[0]?.toLowerCase())
        .sort(),
    ).toEqual(['notes', 'notes (2)']);
    for (const name of names) expect(name).not.toMatch(/^\/|\\|(?:^|\/)\.\.?(?:\/|$)/);
  });
});

describe('[X3] work that is told', () => {
  test('ends with the file, or with the reason there is none', async () => {
    const { id } = await server.document();
    const asked = { documentId: id, userId: reader.id, format: 'json' as ExportFormat, withComments: false };
    const { told, bytes } = await follow(
      server.conversions.exportDocumentTelling(asked, new AbortController().signal),
    );
    expect(told.map(({ state }) => state)).toEqual(['running', 'done']);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ content: { type: 'doc' } });
    const refused = await follow(
      server.conversions.exportDocumentTelling(
        { ...asked, userId: outsider.id },
        new AbortController().signal,
      ),
    );
    expect(refused.told).toEqual([{ state: 'refused', error: 'access.notFound' }]);
  });

  test('stops with whoever stops reading; the next one goes on', async () => {
    const { id } = await server.document();
    const asked = { documentId: id, userId: reader.id, format: 'docx' as ExportFormat, withComments: false };
    const stream = server.conversions.exportDocumentTelling(asked, new AbortController().signal).getReader();
    await stream.read();
    await stream.cancel();
    expect((await server.conversions.exportDocument({ ...asked, format: 'json' })).ok).toBe(true);
  });
});

async function follow(body: ReadableStream<Uint8Array>): Promise<{ told: Progress[]; bytes: Uint8Array }> {
  const told: Progress[] = [];
  const parts: Uint8Array[] = [];
  const reading = new ProgressReader(
    (progress) => told.push(progress),
    (bytes) => parts.push(bytes),
  );
  for await (const chunk of body) {
    // However the network cuts it.
    for (let at = 0; at < chunk.length; at += 7_001) reading.push(chunk.subarray(at, at + 7_001));
  }
  return { told, bytes: Buffer.concat(parts) };
}

test('[X21] a few exports of an account wait, the next one is told when to come back; others take theirs', async () => {
  const { id: documentId } = await server.document();
  const asked = { documentId, format: 'html', withComments: false } as const;
  const own = Array.from({ length: 20 }, () =>
    server.conversions.exportDocument({ ...asked, userId: writer.id }),
  );
  expect(await server.conversions.exportDocument({ ...asked, userId: reader.id })).toMatchObject({
    ok: true,
  });
  const answers = await Promise.all(own);
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(answers.length - 1);
  for (const one of refused) expect(one).toEqual({ ok: false, error: 'conversion.busy' });
});
