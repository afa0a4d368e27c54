import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  findInfectionNews,
  listUnreadVersions,
  saveReading,
  saveScan,
  type UnreadVersion,
} from '#db/library/resource/resource-reading.ts';
import type { ReadingFault } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { ConversionFailed } from '../../documents/conversion/conversion-failed.ts';
import type { Conversions } from '../../documents/conversion/conversions.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { cleanImage, pagePicture } from '../../kernel/file/image.ts';
import { textOf } from '../../kernel/file/text-file.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { type Scanner, ScannerAway } from './scanner.ts';

/** The queue of files that nobody has looked at yet. */
export const RESOURCE_FILES = 'resource-files';

/** After the key of an image, that of the same as a page shows it. */
export const PICTURE = '.picture.webp';

const AT_ONCE = 20;
/** Larger files are kept and served; nobody reads a text of that length in a preview. */
const READ_MAX_BYTES = 20 * 1024 * 1024;
const TEXT_MAX = 500_000;
const WRITTEN = /^application\/(?:pdf$|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.)/;
/** What is encrypted looks like nothing; its name still says what it would be. */
const OFFICE_NAME = /\.(?:docx|xlsx|pptx)$/i;

interface Options {
  readonly db: Db;
  readonly store: FileStore;
  /** Null where nothing scans. */
  readonly scanner: Scanner | null;
  readonly conversions: () => Pick<Conversions, 'readWords'>;
  readonly mailer: () => Mailer;
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** [RS11] [RS14] Scans what came, then finds its words and picture. Comes round by itself for what a scanner that was away left. */
export function resourceFileQueue(options: Options): JobQueue {
  const { db, log } = options;
  return {
    name: RESOURCE_FILES,
    round: { minutesAfterStart: 1, cron: '*/5 * * * *' },
    async run() {
      for (;;) {
        const unread = await listUnreadVersions(db, { limit: AT_ONCE });
        for (const version of unread) {
          try {
            if (await isHarmless(options, version)) await readVersion(options, version);
          } catch (error) {
            if (!(error instanceof ScannerAway)) throw error;
            log.error({ err: error }, 'files wait for the scanner');
            return;
          }
        }
        if (unread.length < AT_ONCE) return;
      }
    },
  };
}

/** Whether a version may be opened: clean, or of a place where nothing is scanned. One that is not is told and removed. */
async function isHarmless(
  { db, store, scanner, mailer, origin, now }: Options,
  version: UnreadVersion,
): Promise<boolean> {
  const { id: versionId, storageKey, scan } = version;
  if (scan !== 'waiting') return true;
  const save = (said: 'none' | 'clean') => inTransaction(db, (tx) => saveScan(tx, { versionId, scan: said }));
  if (!scanner) return save('none');
  const bytes = await store.read(storageKey);
  if (!bytes) throw new Error(`the bytes of version ${versionId} are gone`);
  const verdict = await scanner.scan(bytes);
  if (verdict.isClean) return save('clean');
  await inTransaction(db, async (tx) => {
    if (!(await saveScan(tx, { versionId, scan: 'infected' }))) return;
    const news = await findInfectionNews(tx, { versionId, now: now() });
    if (!news) return;
    const { people, resource, senderId, ...said } = news;
    const words = frServer.mail.infectedFile({ ...said, title: resource.title, found: verdict.found });
    const action = { label: words.action, href: origin + paths.resource(resource) };
    for (const person of people) await mailer().send(tx, person, { ...words, action }, { userId: senderId });
  });
  await store.remove(storageKey);
  return false;
}

async function readVersion(options: Options, version: UnreadVersion): Promise<void> {
  const { db, store, log, now } = options;
  let found: Found = NOTHING;
  try {
    if (version.bytes <= READ_MAX_BYTES) found = await lookInto(options, version);
  } catch (error) {
    // Others wait before it: it is tried again.
    if (error instanceof ConversionFailed && error.fault === 'busy') return;
    // It is served all the same; only its preview is missing.
    log.error({ err: error, version: version.id }, 'a file of a resource could not be read');
  }
  await inTransaction(db, (tx) => saveReading(tx, { version, ...found, now: now() }));
  if (found.hasPicture) return;
  await store.remove(version.storageKey + PICTURE);
}

interface Found {
  readonly text: string | null;
  readonly fault: ReadingFault | null;
  readonly hasPicture: boolean;
}
const NOTHING: Found = { text: null, fault: null, hasPicture: false };

async function lookInto(
  { store, conversions }: Options,
  { name, contentType, storageKey }: UnreadVersion,
): Promise<Found> {
  const isText = contentType === 'text/plain';
  const isImage = contentType.startsWith('image/');
  const isWritten = WRITTEN.test(contentType) || OFFICE_NAME.test(name);
  if (!isText && !isImage && !isWritten) return NOTHING;
  const stored = await store.read(storageKey);
  if (!stored) return NOTHING;
  const bytes = new Uint8Array(await new Response(stored).arrayBuffer());
  if (isImage) {
    const image = await cleanImage(bytes);
    if (!image.ok) return NOTHING;
    await store.put(storageKey + PICTURE, await pagePicture(image.value));
    return { ...NOTHING, hasPicture: true };
  }
  const isPlain = isText && !/\.x?html?$/i.test(name);
  const { text, fault } = isPlain
    ? { text: textOf(bytes), fault: null }
    : await conversions().readWords(name, bytes);
  return { text: text?.slice(0, TEXT_MAX) ?? null, fault, hasPicture: false };
}
