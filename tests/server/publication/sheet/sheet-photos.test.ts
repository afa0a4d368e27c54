import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFileForMember } from '#db/documents/file/files.ts';
import { findPublicSheet, listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { findSheetPhoto } from '#db/publication/sheet/sheet-photos.ts';
import { createFiles } from '#server/kernel/file/files.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { publicSite } from '#server/publication/public-site/public-site.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { aText, type SheetWorld, withSheet } from '#tests/support/publication/use-case-sheets.ts';

const ADDRESS = 'choisir-ou-planter-0123abcd';
const SAID = { alt: 'Une cour d’école', caption: 'Avant', credit: 'Photo : Ville de Valmont' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-photos-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 90, b: 40, alpha: 0.5 } } })
    .png()
    .toBuffer();

/** What people send as the photograph of a sheet. */
function photographers(world: SheetWorld) {
  const { run, sheetId, groupId, people } = world;
  const files = createFiles({
    register: async () => ({ ok: true }),
    ...{ store: createFolderStore(folder), maxBytes: 1024 * 1024 },
    ...{ now: () => people.claire.now, newId: randomUUID },
  });
  const put = async (person: SheetWorld['people']['nadia'], bytes: Uint8Array, words = SAID) => {
    const image = { name: 'dossier/cour.png', bytes };
    const done = await files.keepPhoto(image, { groupId, by: person.userId }, (_by, file) =>
      run('useCaseSheet.putPhoto', person, { sheetId, file, ...words }),
    );
    return done.ok ? 'ok' : done.error;
  };
  return { files, put };
}

const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

test('[US12] whoever writes the sheet puts its photograph; it is refused to others, and nothing of theirs is kept', () =>
  withSheet(async (world) => {
    const { db, people, sheetId, groupId } = world;
    const { put } = photographers(world);
    const bytes = await drawing(2_000, 1_000);
    expect(await put(people.marc, bytes)).toBe('access.forbidden');
    for (const person of [people.aurelie, people.paul, people.camille, people.guest])
      expect(await put(person, bytes)).toBe('access.notFound');
    expect(await put(people.nadia, Buffer.from('MZ\u0090 a program'))).toBe('file.notImage');
    expect([await kept(), await findSheetPhoto(db, sheetId)]).toEqual([0, null]);
    for (const person of [people.nadia, people.yann, people.claire])
      expect(await put(person, bytes)).toBe('ok');
    const photo = await findSheetPhoto(db, sheetId);
    expect(photo).toMatchObject(SAID);
    const seenBy = (person: { userId: string; now: Date }) =>
      findFileForMember(db, { fileId: photo?.fileId ?? '', ...person });
    expect(await seenBy(people.marc)).toMatchObject({
      ...{ groupId, name: 'cour.png', contentType: 'image/jpeg', width: 1_600, height: 800 },
    });
    for (const person of [people.aurelie, people.paul, people.camille, people.guest])
      expect(await seenBy(person)).toBeNull();
  }));

test('[US12] other words stand beside the same photograph; without one there is none to say something of', () =>
  withSheet(async (world) => {
    const { db, people, run, sheetId } = world;
    const say = (words: typeof SAID) =>
      run('useCaseSheet.putPhoto', people.nadia, { sheetId, file: null, ...words });
    expect(await say(SAID)).toMatchObject({ error: 'file.missing', fields: { file: 'file.missing' } });
    await photographers(world).put(people.nadia, await drawing(400, 300));
    const before = await findSheetPhoto(db, sheetId);
    expect(await say({ ...SAID, alt: '', credit: ' ' })).toMatchObject({
      fields: { alt: 'useCaseSheet.photoAltMissing', credit: 'useCaseSheet.photoCreditMissing' },
    });
    expect(await findSheetPhoto(db, sheetId)).toEqual(before);
    expect(await say({ ...SAID, credit: 'Photo : Jeanne Martin' })).toMatchObject({ ok: true });
    expect(await findSheetPhoto(db, sheetId)).toMatchObject({
      ...{ fileId: before?.fileId, credit: 'Photo : Jeanne Martin' },
    });
  }));

test('[US12] [US13] those who may not put a photograph take none away and put none back', () =>
  withSheet(async (world) => {
    const { db, people, run, sheetId } = world;
    await photographers(world).put(people.nadia, await drawing(400, 300));
    for (const operation of ['useCaseSheet.removePhoto', 'useCaseSheet.restorePhoto'] as const) {
      expect(await run(operation, people.marc, { sheetId })).toMatchObject({ error: 'access.forbidden' });
      for (const person of [people.aurelie, people.paul, people.camille, people.guest])
        expect(await run(operation, person, { sheetId })).toMatchObject({ error: 'access.notFound' });
    }
    expect(await findSheetPhoto(db, sheetId)).toMatchObject(SAID);
  }));

test('[US13] the public reads the photograph of the publication, without account, while the sheet is public and it was not taken away', () =>
  withSheet(async (world) => {
    const { db, people, run, move, publishAll, sheetId } = world;
    const { files, put } = photographers(world);
    const http = express().use(publicSite({ db, files, origin: 'https://x.example', now: () => new Date() }));
    const server = createServer(http).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const statusOf = async (path = sheetPaths.photo(ADDRESS)) => (await fetch(origin + path)).status;
    const creditRead = async () => {
      const sheet = await findPublicSheet(db, ADDRESS);
      return sheet === 'withdrawn' ? sheet : (sheet?.photo?.credit ?? null);
    };
    const publishAgain = () => move(people.claire, 'published', { text: aText(ADDRESS) });

    await put(people.nadia, await drawing(2_000, 1_000));
    expect(await statusOf()).toBe(404);
    await publishAll();
    const whole = await fetch(origin + sheetPaths.photo(ADDRESS));
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(whole.headers.get('cache-control')).toBe('no-cache');
    expect(await sharp(await whole.arrayBuffer()).metadata()).toMatchObject({ width: 1_600, height: 800 });
    const small = await fetch(origin + sheetPaths.smallPhoto(ADDRESS));
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 640 });
    expect((await listPublicSheets(db)).sheets).toMatchObject([
      { photo: { ...SAID, width: 1_600, height: 800 } },
    ]);

    // Another one waits for the next publication.
    await put(people.nadia, await drawing(300, 200), { ...SAID, credit: 'Photo : Jeanne Martin' });
    expect(await creditRead()).toBe(SAID.credit);
    expect(await publishAgain()).toMatchObject({ ok: true });
    expect(await creditRead()).toBe('Photo : Jeanne Martin');

    // Taken away it is gone at once, and those before it too; put back it is there again.
    expect(await run('useCaseSheet.removePhoto', people.yann, { sheetId })).toMatchObject({ ok: true });
    expect([await creditRead(), await statusOf(), await findSheetPhoto(db, sheetId)]).toEqual([
      null,
      404,
      null,
    ]);
    // A second press changes nothing.
    expect(await run('useCaseSheet.removePhoto', people.yann, { sheetId })).toMatchObject({ ok: true });
    expect(await run('useCaseSheet.restorePhoto', people.yann, { sheetId })).toMatchObject({ ok: true });
    expect([await creditRead(), await statusOf()]).toEqual(['Photo : Jeanne Martin', 200]);
    await run('useCaseSheet.removePhoto', people.yann, { sheetId });
    await publishAgain();
    expect(await creditRead()).toBeNull();

    await run('useCaseSheet.restorePhoto', people.yann, { sheetId });
    expect(await creditRead()).toBeNull();
    await publishAgain();
    expect(await statusOf()).toBe(200);
    await move(people.claire, 'withdrawn', { reason: 'à la demande de la ville' });
    expect([await creditRead(), await statusOf()]).toEqual(['withdrawn', 404]);
    server.close();
  }));
