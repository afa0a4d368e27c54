import { strFromU8, unzipSync } from 'fflate';
import { ImportRefused } from './import-refused.ts';
import { isDeepXml } from './nesting.ts';

/** The parts of a word processor's file, checked, and which kind of file it is. */
export interface OfficePackage {
  readonly format: 'docx' | 'odt';
  readonly parts: Record<string, Uint8Array>;
}

/** [X10] What a package may be once opened. */
export const PACKAGE_LIMITS = {
  entries: 10_000,
  entryBytes: 100 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  /** An honest document is pressed ten times, its emptiest part a hundred. */
  ratio: 250,
  /** Below it, any ratio is harmless. */
  smallBytes: 1024 * 1024,
} as const;

/** [X10] The parts of an archive, no further than the limits: what comes out is bounded by what was declared. @throws {ImportRefused} */
export function unpackParts(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries++;
        total += originalSize;
        const { smallBytes, ratio, entryBytes, totalBytes } = PACKAGE_LIMITS;
        if (
          entries > PACKAGE_LIMITS.entries ||
          originalSize > entryBytes ||
          total > totalBytes ||
          (originalSize > smallBytes && originalSize > size * ratio)
        )
          throw new ImportRefused('import.bomb', name);
        if (name.startsWith('/') || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name) || name.includes('\\'))
          throw new ImportRefused('import.corrupt', `name ${name}`);
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused('import.corrupt', error instanceof Error ? error.message : '');
  }
}

/** [X10] Opens a package of a word processor; nothing is taken at its word. @throws {ImportRefused} */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const parts = unpackParts(bytes);
  const format = formatOf(parts);
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    if (/<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4_096), true)))
      throw new ImportRefused('import.unsafe', `a DTD in ${name}`);
    if (isDeepXml(part)) throw new ImportRefused('import.bomb', `nesting in ${name}`);
  }
  return { format, parts };
}

function formatOf(parts: Readonly<Record<string, Uint8Array>>): 'docx' | 'odt' {
  const names = Object.keys(parts);
  const read = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  const mimetype = read('mimetype').trim();
  if (mimetype !== '') {
    if (mimetype !== 'application/vnd.oasis.opendocument.text')
      throw new ImportRefused('import.unknownFormat', mimetype);
    if (/encryption-data/.test(read('META-INF/manifest.xml'))) throw new ImportRefused('import.encrypted');
    if (names.some((name) => /^(?:Basic|Scripts)\//.test(name))) throw new ImportRefused('import.macros');
    if (!parts['content.xml']) throw new ImportRefused('import.corrupt', 'no content.xml');
    return 'odt';
  }
  const types = read('[Content_Types].xml');
  if (types === '') throw new ImportRefused('import.unknownFormat', 'zip');
  if (
    /macroEnabled|vbaProject/i.test(types) ||
    names.some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name))
  )
    throw new ImportRefused('import.macros');
  if (!/wordprocessingml\.(?:document|template)/.test(types))
    throw new ImportRefused('import.unknownFormat', 'other office file');
  if (!parts['word/document.xml']) throw new ImportRefused('import.corrupt', 'no word/document.xml');
  return 'docx';
}
