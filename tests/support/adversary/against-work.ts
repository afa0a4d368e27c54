import sharp from 'sharp';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { docx, odt, paragraph } from '#tests/server/documents/conversion/office-files.ts';
import { type Attack, Attacker } from './attacker.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Files of a few hundred bytes to some kilobytes that cost far more to read; no two have the same content. */
function costlyFile(number: number): { name: string; bytes: Uint8Array } {
  const files = [
    () => {
      const notes = Array.from({ length: 3_000 }, (_, at) => `[^${at + 1}]: b[^${at + 2}]`);
      return { name: 'notes.md', bytes: encoded(`${number}[^1]\n\n${notes.join('\n\n')}`) };
    },
    () => ({ name: 'citations.md', bytes: encoded(nested('> ', `mot ${number}`, '', 38)) }),
    () => ({
      name: 'crochets.md',
      bytes: encoded(`mot ${number}\n\n${nested('[', 'x', '](y)', 38)}`),
    }),
    () => ({
      name: 'tableaux.docx',
      bytes: docx(nested('<w:tbl><w:tr><w:tc>', paragraph(`mot ${number}`), '</w:tc></w:tr></w:tbl>', 75)),
    }),
    () => ({
      name: 'listes.odt',
      bytes: odt(
        nested(
          '<text:list><text:list-item>',
          `<text:p>mot ${number}</text:p>`,
          '</text:list-item></text:list>',
          110,
        ),
      ),
    }),
  ];
  const [first] = files;
  return (files[number % files.length] ?? first)?.() ?? { name: 'vide.md', bytes: encoded('vide') };
}

/** So many costly files to be converted at once, and exports of a heavy document. */
export function conversions(
  attacker: Attacker,
  { groupId, heavyId, files }: { groupId: string; heavyId: string; files: number },
): Attack {
  let number = 0;
  const formats = ['docx', 'odt', 'pdf', 'html', 'md'];
  return {
    name: `${files} costly files and ${formats.length} exports of a heavy document`,
    round: (signal, note) =>
      Promise.all([
        ...Array.from({ length: files }, async () => {
          const path = `/api/v1/groups/${groupId}/documents/import`;
          const form = Attacker.form({}, costlyFile(++number));
          note(`import ${await attacker.tried(path, { method: 'POST', signal, ...form })}`);
        }),
        ...formats.map(async (format) =>
          note(
            `export ${await attacker.tried(`/documents/${heavyId}/exporter?format=${format}`, { signal })}`,
          ),
        ),
      ]),
  };
}

/** Pages and searches that cost most, so many at once. */
export function heavyPages(
  attacker: Attacker,
  { addresses, atOnce }: { addresses: readonly string[]; atOnce: number },
): Attack {
  return {
    name: `${atOnce} pages and searches at once`,
    round: (signal, note) =>
      Promise.all(
        Array.from({ length: atOnce }, async (_, at) =>
          note(await attacker.tried(addresses[at % addresses.length] ?? '/', { signal })),
        ),
      ),
  };
}

/** The most pixels that are drawn (`server/kernel/file/image.ts`), as a square. */
const SIDE = 7_700;
const SQUARE = { width: SIDE, height: SIDE, background: '#123a5b' } as const;

/** Images of the most pixels that are drawn, of kinds that must be held whole: interlaced, progressive, turned. */
export async function largeImages(
  attackers: readonly Attacker[],
  { documentId, atOnce }: { documentId: string; atOnce: number },
): Promise<Attack> {
  const png = await sharp({ create: { ...SQUARE, channels: 4 } })
    .png({ progressive: true, compressionLevel: 1 })
    .toBuffer();
  const jpeg = await sharp({ create: { ...SQUARE, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const files = [
    { name: 'plan.png', bytes: png },
    { name: 'photo.jpg', bytes: jpeg },
  ];
  const forms = files.map((file) => Attacker.form({}, file));
  return {
    name: `${atOnce} images of ${(SIDE * SIDE) / 1_000_000} million pixels from each of ${attackers.length} accounts`,
    round: (signal, note) =>
      Promise.all(
        attackers.flatMap((attacker) =>
          Array.from({ length: atOnce }, async (_, at) => {
            const sent = { method: 'POST', signal, ...forms[at % forms.length] };
            note(await attacker.tried(`/documents/${documentId}/images`, sent));
          }),
        ),
      ),
  };
}

/** A table of so many columns, and one of so many lines that are all different. */
function tables({ columns, lines }: { columns: number; lines: number }): Uint8Array[] {
  const names = Array.from({ length: columns }, (_, at) => `c${at}`).join(',');
  const wide = `${names}\n${`${'1,'.repeat(columns - 1)}1\n`.repeat(40)}`;
  const long = `a,b\n${Array.from({ length: lines }, (_, at) => `${at},ligne ${at}`).join('\n')}`;
  return [encoded(wide), encoded(long)];
}

/** Checks of large tables, several at once. */
export function tableChecks(
  attacker: Attacker,
  { groupId, atOnce, lines }: { groupId: string; atOnce: number; lines: number },
): Attack {
  const files = tables({ columns: 20_000, lines });
  return {
    name: `${atOnce} checks of large tables at once`,
    round: (signal, note) =>
      Promise.all(
        Array.from({ length: atOnce }, async (_, at) => {
          const form = Attacker.form({ group: groupId, schema: 'none' });
          const made = await attacker
            .ask('/donnees/controler', { method: 'POST', signal, ...form })
            .catch(() => null);
          if (!made?.location) return note(`prepared ${made?.status ?? 'cut'}`);
          note(
            await attacker.tried(`${made.location}/fichier`, {
              method: 'POST',
              headers: { [FILE_NAME_HEADER]: 'table.csv', 'content-type': 'text/csv' },
              body: files[at % files.length] ?? new Uint8Array(),
              signal,
            }),
          );
        }),
      ),
  };
}

/** The archive of a group, three at once, and one's own data. */
export function archives(attacker: Attacker, { groupId }: { groupId: string }): Attack {
  return {
    name: 'archives of a group and of one’s own data',
    round: (signal, note) =>
      Promise.all([
        ...['docx', 'pdf', 'odt'].map(async (format) =>
          note(await attacker.tried(`/groupes/${groupId}/documents/exporter?format=${format}`, { signal })),
        ),
        attacker
          .tried('/compte/donnees', {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: 'intent=export',
            signal,
          })
          .then((outcome) => note(`own data ${outcome}`)),
      ]),
  };
}
