import { strFromU8 } from 'fflate';
import type { ImportReport, Loss } from '#shared/documents/conversion/conversion.ts';
import { type ExportSource, type LeftState, STATE_MARK } from '../../export-source.ts';
import { writeExport } from '../../write-export.ts';
import { ImportRefused } from '../import-refused.ts';
import { openPackage } from '../office-package.ts';
import { readReviewed } from '../read-import.ts';
import { kindOf } from '../upload-kind.ts';
import { compareVersion, signTexts } from './compare-version.ts';
import type { FoundReview } from './found-review.ts';

/** A file that is to be read against a document as it was. */
export interface VersionTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: ExportSource;
}

/** What it proposes, and what of its review could not be kept. */
export interface ReadVersion extends FoundReview {
  readonly losses: ImportReport['losses'];
}

const OF_REVIEWS: ReadonlySet<Loss> = new Set<Loss>(['changes', 'restyled', 'undone']);

/**
 * [X26] What a file of a word processor proposes for a document. The document is taken out and read again in the same format first, so that
 * what a conversion changes by itself is not taken for somebody’s change. Runs in the process of conversions.
 * @throws {ImportRefused}
 */
export async function readVersion({ name, bytes, source }: VersionTask): Promise<ReadVersion> {
  const upload = await kindOf(name, bytes);
  if (upload.kind !== 'package') throw new ImportRefused('import.notOffice');
  const { format } = openPackage(bytes);
  const { text: came, told, losses } = await readReviewed(name, bytes);
  const signed = { ...source, blocks: signTexts(source.blocks), threads: null };
  const { bytes: out } = await writeExport(signed, format, '');
  const { text: left } = await readReviewed(`document.${format}`, out, { isOurs: true });
  return {
    ...compareVersion({ left, came, told }),
    losses: losses.filter(({ kind }) => OF_REVIEWS.has(kind)),
  };
}

/** Which state of which document left as this file, as the file says; null when it does not. @throws {ImportRefused} */
export function stateIn(bytes: Uint8Array): LeftState | null {
  const { parts } = openPackage(bytes);
  const said = ['docProps/custom.xml', 'meta.xml']
    .map((name) => (parts[name] ? strFromU8(parts[name]) : ''))
    .join('');
  const [, documentId, seq] = new RegExp(`${STATE_MARK}(${UUID})-(\\d{1,15})\\b`).exec(said) ?? [];
  return documentId && seq ? { documentId, seq: Number(seq) } : null;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
