import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { findResourceText, listUnreadVersions } from '#db/library/resource/resource-reading.ts';
import { listVersions } from '#db/library/resource/resource-versions.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { Conversions } from '#server/documents/conversion/conversions.ts';
import { createConverter } from '#server/documents/conversion/converter.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import type { Sender } from '#server/kernel/mail/mailer.ts';
import { resourceClearing } from '#server/library/resource/clearing.ts';
import { resourceFileQueue } from '#server/library/resource/read-files.ts';
import { createResources } from '#server/library/resource/resources.ts';
import { createScanner } from '#server/library/resource/scanner.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { warmDatabase, withDb } from '#tests/support/database.ts';
import { type FakeClamd, startFakeClamd } from '#tests/support/library/fake-clamd.ts';
import { lockedPdf } from '#tests/support/library/pdfs.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { find } from '#tests/support/search/search.ts';
import { referenceSource } from '../../documents/conversion/reference-document.ts';

// Opening and migrating takes longer than a test may, on a busy machine.
beforeAll(warmDatabase);

const log = pino({ level: 'silent' });
const facts = {
  title: 'Relevé',
  kind: 'dataset' as const,
  description: '',
  producer: 'Valmont',
  licence: 'etalab-2.0' as const,
  language: 'fr' as const,
  contentOn: null,
  reviewOn: null,
};
let folder = '';
let clamd: FakeClamd;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-resources-'));
  clamd = await startFakeClamd();
});
afterEach(async () => {
  await clamd.close();
  await rm(folder, { recursive: true, force: true });
});

async function library(
  db: Db,
  {
    isScanned,
    readWords = async () => ({ text: null, fault: null }),
  }: { isScanned: boolean; readWords?: Conversions['readWords'] },
) {
  let clock = new Date('2023-03-14T09:00:00Z');
  const now = () => clock;
  const site = siteOf(db, clock);
  const [writer, facilitator] = [await aPerson(site), await aPerson(site)];
  const group = await aGroup(site);
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  await aMember(site, { groupId: group.id, role: 'facilitator', userId: facilitator.id });
  const store = createFolderStore(folder);
  const resources = createResources({
    db,
    store,
    onNewFile: async () => undefined,
    isScanned,
    maxBytes: 10_000_000,
    log,
    now,
    newId: randomUUID,
  });
  const mails: { to: string; letter: Letter; sender: Sender }[] = [];
  const queue = resourceFileQueue({
    db,
    store,
    scanner: isScanned ? createScanner(clamd.url) : null,
    conversions: () => ({ readWords }),
    mailer: () => ({
      async send(_tx, to, letter, sender) {
        mails.push({ to: to.email, letter, sender });
        return null;
      },
    }),
    origin: 'https://cordee.exemple',
    log,
    now,
  });
  const mine = { groupId: group.id, by: writer.id };
  const upload = async (name: string, bytes: Uint8Array) => {
    const opened = await resources.uploads.open({ ...mine, name, bytes: bytes.length, sha256: null });
    if (!opened.ok) throw new Error(opened.error);
    const uploadId = opened.value.id;
    const body = new Blob([bytes as BlobPart]).stream();
    await resources.uploads.receive({ uploadId, by: writer.id, offset: 0, body });
    return uploadId;
  };
  const share = async (name: string, content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const source = { uploadId: await upload(name, bytes) };
    const shared = await resources.share({ ...mine, facts, themeIds: [], source });
    if (!shared.ok) throw new Error(shared.error);
    return shared.value.id;
  };
  const latest = async (resourceId: string) => {
    const [version] = await listVersions(db, { resourceId: asReadable(resourceId) });
    if (!version) throw new Error('a version');
    return version;
  };
  const later = (ms: number) => {
    clock = new Date(clock.getTime() + ms);
  };
  return { resources, queue, mails, writer, facilitator, mine, store, share, upload, latest, later, now };
}

test('[RS11] a file waits for the scanner, is tried again while that is away, and leaves once it is clean', () =>
  withDb(async (db) => {
    const { resources, queue, share, latest } = await library(db, { isScanned: true });
    const id = await share('relevé.csv', 'rue;degrés\nPort;31\n');
    expect(await resources.read(await latest(id))).toBeNull();
    clamd.setAway(true);
    await queue.run({});
    expect(await latest(id)).toMatchObject({ scan: 'waiting', isRead: false });
    expect(await resources.readTable(await latest(id))).toBeNull();
    clamd.setAway(false);
    await queue.run({});
    expect(clamd.asked()).toBe(1);
    expect(await latest(id)).toMatchObject({ scan: 'clean', isRead: true });
    expect(await new Response(await resources.read(await latest(id))).text()).toContain('Port;31');
    await queue.run({});
    expect(clamd.asked()).toBe(1);
  }));

test('[RS11] [MA1] an infected file is never served, its bytes go, and its sender and the facilitators are told once, as letters of its sender', () =>
  withDb(async (db) => {
    const { resources, queue, mails, writer, facilitator, store, share, latest } = await library(db, {
      isScanned: true,
    });
    const id = await share('outil.exe', `${'x'.repeat(2_000_000)}EICAR`);
    await queue.run({});
    await queue.run({});
    const version = await latest(id);
    expect(version).toMatchObject({ scan: 'infected', isRead: false });
    expect(await resources.read(version)).toBeNull();
    expect(await store.read(version.storageKey)).toBeNull();
    expect(mails.map(({ to }) => to).sort()).toEqual([writer.email, facilitator.email].sort());
    expect(mails.map(({ sender }) => sender)).toEqual([{ userId: writer.id }, { userId: writer.id }]);
    expect(mails[0]?.letter.paragraphs[1]).toContain('Eicar-Signature');
    expect(mails[0]?.letter.action.href).toContain(`/ressources/${id}`);
    expect(await listUnreadVersions(db, { limit: 9 })).toEqual([]);
  }));

test('[RS14] the words of a text and the first rows of a table are found; a picture is drawn anew', () =>
  withDb(async (db) => {
    const { resources, queue, share, latest } = await library(db, { isScanned: false });
    const text = await share('lisez-moi.txt', Buffer.from('Été à Valmont', 'latin1'));
    const rows = Array.from({ length: 300 }, (_, at) => `rue ${at};${at}`).join('\r\n');
    const table = await share('relevé.csv', `\ufeffnom;degrés\r\n${rows}`);
    const image = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#357' } })
      .withExif({ IFD0: { Copyright: 'secret' } })
      .jpeg()
      .toBuffer();
    const picture = await share('place.jpg', image);
    await queue.run({});
    expect(await findResourceText(db, { resourceId: asReadable(text), version: 1 })).toBe('Été à Valmont');
    expect(await resources.readTable(await latest(text))).toBeNull();
    const shown = await resources.readTable(await latest(table));
    expect(shown).toMatchObject({ header: ['nom', 'degrés'], isCut: true });
    expect(shown?.rows).toHaveLength(200);
    expect(shown?.rows[199]).toEqual(['rue 199', '199']);
    expect(await latest(picture)).toMatchObject({ hasPicture: true, kind: 'image' });
    const drawn = await resources.read(await latest(picture), 'picture');
    const bytes = Buffer.from(await new Response(drawn).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 1_280 });
    expect(bytes.includes('secret')).toBe(false);
  }));

test('[RS14] the words of a real PDF are found; one that is encrypted is kept, says so, and is not asked again', () =>
  withDb(async (db) => {
    const converter = createConverter({ log });
    const source = await referenceSource({
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Les micocouliers de la place' }] }],
    });
    const { bytes } = await converter.run(
      { kind: 'export', format: 'pdf', source, mark: 'image-mark' },
      ANYBODY,
    );
    const readWords = (name: string, given: Uint8Array) =>
      converter.run({ kind: 'words', name, bytes: given }, ANYBODY);
    const { queue, share, latest, writer } = await library(db, { isScanned: false, readWords });
    const guide = await share('guide.pdf', bytes);
    const secret = await share('secret.pdf', lockedPdf());
    await queue.run({});
    converter.close();
    const found = (await find(db, writer.id, 'micocoulier', { kind: 'resource' })).items.map(({ id }) => id);
    expect(found).toEqual([guide]);
    expect(await latest(guide)).toMatchObject({ isRead: true, readingFault: null });
    expect(await latest(secret)).toMatchObject({ isRead: true, readingFault: 'encrypted' });
    expect(await listUnreadVersions(db, { limit: 9 })).toEqual([]);
  }));

test('[RS10] an upload of which nothing comes for three days goes, with its bytes', () =>
  withDb(async (db) => {
    const { resources, mine, store, upload, later, now } = await library(db, { isScanned: false });
    const uploadId = await upload('a.bin', new Uint8Array(10));
    const clearing = resourceClearing({ db, resources: () => resources, log, now });
    await clearing.run({});
    expect(await resources.uploads.find({ uploadId, by: mine.by })).toMatchObject({ received: 10 });
    later(3 * 24 * 3_600_000 + 1);
    await clearing.run({});
    expect(await resources.uploads.find({ uploadId, by: mine.by })).toBeNull();
    expect(await store.sizeOf(`${mine.groupId}/${uploadId}`)).toBe(0);
  }));

test('[RS5] nobody opens a way or shares where they may not, whoever calls', () =>
  withDb(async (db) => {
    const { resources, mine, now } = await library(db, { isScanned: false });
    const site = siteOf(db, now());
    const reader = await aPerson(site);
    await aMember(site, { groupId: mine.groupId, role: 'observer', userId: reader.id });
    const file = { name: 'a.csv', bytes: 1, sha256: null };
    const link = { facts, themeIds: [], source: { address: 'https://exemple.fr/' } };
    const version = { resourceId: randomUUID(), uploadId: randomUUID(), note: '' };
    for (const [by, error] of [
      [reader.id, 'access.forbidden'],
      [randomUUID(), 'access.notFound'],
    ] as const) {
      const refused = { ok: false, error };
      expect(await resources.uploads.open({ ...mine, by, ...file })).toEqual(refused);
      expect(await resources.share({ ...mine, by, ...link })).toEqual(refused);
      expect(await resources.addVersion({ ...mine, by, ...version })).toEqual(refused);
    }
  }));
