import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadableStreamFromReadable } from '@react-router/node';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFileForMember } from '#db/documents/file/files.ts';
import type { Db } from '#db/kernel/client.ts';
import { aBoard, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { createFiles } from '#server/kernel/file/files.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { warmDatabase, withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { startFakeClamd } from '#tests/support/library/fake-clamd.ts';
import { siteOf } from '#tests/support/publication/site.ts';

// Opening and migrating takes longer than a test may, on a busy machine.
beforeAll(warmDatabase);

const MAX = 256 * 1024;
const now = new Date('2023-03-14T09:00:00Z');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function cabinet(db: Db, clamdUrl?: string) {
  const site = siteOf(db, now);
  const [writer, stranger] = [await aPerson(site), await aPerson(site)];
  const group = await aGroup(site);
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  const files = createFiles({
    register: (by, file) => operationsOn(db).run('file.register', { userId: by }, file),
    store: createFolderStore(folder),
    clamdUrl,
    maxBytes: MAX,
    now: () => now,
    newId: randomUUID,
  });
  const into = { groupId: group.id, by: writer.id };
  const send = (name: string, bytes: Uint8Array | string) =>
    files.receiveFile({ name, body: new Blob([bytes as BlobPart]).stream(), announcedBytes: null }, into);
  return { files, into, send, writer, stranger };
}

test('[D16] with a scanner, one that is infected, or that nobody could look at, is refused, and nothing of it is left', () =>
  withDb(async (db) => {
    const clamd = await startFakeClamd();
    try {
      const { send } = await cabinet(db, clamd.url);
      expect((await send('note.txt', 'Rien à craindre')).ok).toBe(true);
      const kept = (await left()).length;
      expect(await send('piege.txt', 'EICAR')).toEqual({ ok: false, error: 'file.infected' });
      clamd.setAway(true);
      expect(await send('note.txt', 'Rien à craindre')).toEqual({ ok: false, error: 'file.scannerAway' });
      expect(await left()).toHaveLength(kept);
      expect(clamd.asked()).toBe(2);
    } finally {
      await clamd.close();
    }
  }));

const left = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const text = (words: string) => new TextEncoder().encode(words);
const opened = (mimetype: string) => zipSync({ mimetype: [text(mimetype), { level: 0 }] });

describe('[D16] an attached file', () => {
  test('is known by its content, whatever its name says', () =>
    withDb(async (db) => {
      const { send } = await cabinet(db);
      const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#222' } })
        .png()
        .toBuffer();
      const sent: readonly [string, Uint8Array, string][] = [
        ['plan.pdf', text('%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript >> >>'), 'pdf'],
        ['rapport.odt', opened('application/vnd.oasis.opendocument.text'), 'text'],
        ['budget.ods', opened('application/vnd.oasis.opendocument.spreadsheet'), 'sheet'],
        ['photo.pdf', png, 'image'],
        ['arbres.csv', text('essence;nombre\nTilleul;12\n'), 'data'],
        [
          'dessin.svg',
          text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
          'image',
        ],
        ['page.png', text('<!doctype html><script>alert(1)</script>'), 'text'],
        ['note.pdf.exe', text('MZ\u0000\u0000'), 'other'],
        ['archive.zip', zipSync({ 'a.txt': text('a') }), 'archive'],
        ['polyglotte.jpg', new Uint8Array([...png, ...text('<script>alert(1)</script>')]), 'image'],
        ['sans-nom', text('bonjour'), 'text'],
      ];
      const kinds = [];
      for (const [name, bytes] of sent) {
        const received = await send(name, bytes);
        kinds.push([name, received.ok ? received.value.kind : received.error]);
      }
      expect(kinds).toEqual(sent.map(([name, , kind]) => [name, kind]));
    }));

  test('is served as bytes or plain text, never as something that a browser would run', () =>
    withDb(async (db) => {
      const { send, writer, stranger } = await cabinet(db);
      for (const [name, bytes, type] of [
        ['dessin.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'text/plain'],
        ['dessin.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain'],
        ['page.html', '<!doctype html><script>alert(1)</script>', 'text/plain'],
        ['octets.bin', '\u0000\u0001', 'application/octet-stream'],
      ] as const) {
        const received = await send(name, bytes);
        if (!received.ok) throw new Error(received.error);
        const find = (userId: string) => findFileForMember(db, { fileId: received.value.id, userId, now });
        expect(await find(writer.id)).toMatchObject({ contentType: type, width: null, height: null });
        expect(await find(stranger.id)).toBeNull();
      }
    }));

  test('keeps of its name what people recognise', () =>
    withDb(async (db) => {
      const { send } = await cabinet(db);
      const named = async (name: string) => {
        const received = await send(name, 'x');
        return received.ok ? received.value.name : received.error;
      };
      expect(await named('../../etc/passwd')).toBe('passwd');
      expect(await named('C:\\dossier\\budget\u0000.ods')).toBe('budget.ods');
      expect(await named('facture\u202Efdp.exe')).toBe('facturefdp.exe');
      expect(await named(`${'x'.repeat(10_000)}.pdf`)).toMatch(/^x{116}\.pdf$/);
      expect(await named('///')).toBe('fichier');
      expect((await left()).every(({ name }) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
    }));

  test('that is empty, too large or announced as another size is refused, and nothing of it is left', () =>
    withDb(async (db) => {
      const { files, into, send } = await cabinet(db);
      expect(await send('vide.pdf', '')).toEqual({ ok: false, error: 'file.empty' });
      expect(await send('lourd.bin', new Uint8Array(MAX + 1))).toEqual({ ok: false, error: 'file.tooLarge' });
      const said = (announcedBytes: number) =>
        files.receiveFile({ name: 'a', body: new Blob(['abc']).stream(), announcedBytes }, into);
      expect(await said(MAX + 1)).toEqual({ ok: false, error: 'file.tooLarge' });
      expect(await said(4)).toEqual({ ok: false, error: 'file.lost' });
      expect(await left()).toEqual([]);
    }));

  test('is stopped at the limit while it arrives, however long it is', () =>
    withDb(async (db) => {
      const { files, into } = await cabinet(db);
      const state = { sent: 0, isCancelled: false };
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          state.sent += 64 * 1024;
          controller.enqueue(new Uint8Array(64 * 1024));
        },
        cancel() {
          state.isCancelled = true;
        },
      });
      expect(await files.receiveFile({ name: 'sans fin', body, announcedBytes: null }, into)).toEqual({
        ok: false,
        error: 'file.tooLarge',
      });
      expect(state.isCancelled).toBe(true);
      expect(state.sent).toBeLessThan(3 * MAX);
      expect(await left()).toEqual([]);
    }));

  test('whose sender goes away in the middle is refused, and nothing of it is left', () =>
    withDb(async (db) => {
      const { files, into } = await cabinet(db);
      const bodies: Promise<unknown>[] = [];
      const arrived = Promise.withResolvers<void>();
      const server = createServer((asked: IncomingMessage) => {
        const length = asked.headers['content-length'];
        bodies.push(
          files.receiveFile(
            {
              name: 'coupé.pdf',
              body: createReadableStreamFromReadable(asked) as ReadableStream<Uint8Array>,
              announcedBytes: length === undefined ? null : Number(length),
            },
            into,
          ),
        );
        asked.once('data', () => arrived.resolve());
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      for (const headers of [{ 'content-length': '1000' }, { 'transfer-encoding': 'chunked' }]) {
        const sending = request({ port, host: '127.0.0.1', method: 'POST', headers });
        sending.on('error', () => undefined);
        sending.write('%PDF-1.7');
        await expect.poll(() => bodies.length).toBeGreaterThan(0);
        await arrived.promise;
        sending.destroy();
        expect(await bodies.pop()).toEqual({ ok: false, error: 'file.lost' });
      }
      expect(await left()).toEqual([]);
      server.close();
      server.closeAllConnections();
    }));
});

describe('[B56] a file for a card', () => {
  test('that its name says is a picture is drawn anew, and refused when it is none; any other is stored as it arrives', () =>
    withDb(async (db) => {
      const { files, into, writer, stranger } = await cabinet(db);
      const { id: boardId } = await aBoard(siteOf(db, now), { groupId: into.groupId, createdBy: writer.id });
      const send = (name: string, bytes: Uint8Array | string, announcedBytes: number | null = null) =>
        files.receiveCardFile(
          { name, body: new Blob([bytes as BlobPart]).stream(), announcedBytes },
          { ...into, boardId },
        );
      const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#222' } });
      const jpeg = await picture
        .withExif({ IFD0: { Artist: 'Nadia' } })
        .jpeg()
        .toBuffer();
      const photo = await send('dossier/Photo.JPG', jpeg);
      if (!photo.ok) throw new Error(photo.error);
      expect(photo.value).toMatchObject({ name: 'Photo.JPG', kind: 'image', width: 40, height: 30 });
      expect(photo.value.at).toBe(now.toISOString());
      const find = (userId: string) => findFileForMember(db, { fileId: photo.value.id, userId, now });
      const stored = await find(writer.id);
      expect(stored).toMatchObject({ contentType: 'image/jpeg', bytes: photo.value.bytes });
      expect(await find(stranger.id)).toBeNull();
      const body = await files.read(stored?.storageKey ?? '');
      expect(Buffer.from(await new Response(body).arrayBuffer()).includes('Nadia')).toBe(false);

      // Small as it is, it has no smaller one; another has, for the faces of cards.
      expect(await files.readSmall(stored?.storageKey ?? '')).toBeNull();
      const wide = await send('large.png', await picture.clone().resize(1_280, 640).png().toBuffer());
      if (!wide.ok) throw new Error(wide.error);
      const found = await findFileForMember(db, { fileId: wide.value.id, userId: writer.id, now });
      const small = await files.readSmall(found?.storageKey ?? '');
      expect(await sharp(small ?? new Uint8Array()).metadata()).toMatchObject({
        format: 'webp',
        width: 640,
        height: 320,
      });

      const table = await send('arbres.csv', 'essence;nombre\n');
      expect(table).toMatchObject({ ok: true, value: { kind: 'data', width: null, height: null } });
      const before = (await left()).length;
      const script = '<script>alert(1)</script>';
      expect(await send('photo.png', script)).toEqual({ ok: false, error: 'file.notImage' });
      expect(await send('photo.png\u202E', script)).toEqual({ ok: false, error: 'file.notImage' });
      expect(await send('vide.png', '')).toEqual({ ok: false, error: 'file.empty' });
      expect(await send('vide.pdf', '')).toEqual({ ok: false, error: 'file.empty' });
      const half = jpeg.subarray(0, jpeg.length / 2);
      expect(await send('coupe.jpg', half, jpeg.length)).toEqual({ ok: false, error: 'file.lost' });
      expect(await send('coupe.jpg', half)).toEqual({ ok: false, error: 'file.unreadable' });
      expect(await send('gros.png', new Uint8Array(MAX + 1))).toEqual({ ok: false, error: 'file.tooLarge' });
      expect(await send('gros.png', 'x', MAX + 1)).toEqual({ ok: false, error: 'file.tooLarge' });
      expect((await left()).length).toBe(before);
    }));
});
