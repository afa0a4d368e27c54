import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { AuditFilter, ListedAudit } from '#db/operations/audit/audit-lists.ts';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '#shared/kernel/audit/audit.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { storable } from '#shared/kernel/storable.ts';

const BYTE_ORDER_MARK = '\ufeff';
const DAY = 86_400_000;

/** What an address asks of the trail; whatever is none of ours is not asked. */
export function readAuditFilter(searchParams: URLSearchParams): AuditFilter {
  const text = (name: string) =>
    storable(searchParams.get(name) ?? '')
      .trim()
      .slice(0, 200);
  const day = text('jour');
  const from = instantOfParis(`${day}T00:00`);
  // The next midnight of Paris, which is 23 or 25 hours later twice a year.
  const next = from && new Date(Date.parse(`${day}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  return {
    action: AUDIT_ACTIONS.find((known) => known === text('action')) ?? null,
    subjectKind: AUDIT_SUBJECTS.find((known) => known === text('nature')) ?? null,
    subject: text('objet'),
    person: text('personne'),
    from,
    to: next ? instantOfParis(`${next}T00:00`) : null,
  };
}

/** [AU5] Lines as a file that a French spreadsheet opens by a double click, the first with the names of the columns. */
export function auditCsv(pages: AsyncIterable<readonly ListedAudit[]>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(linesOf(pages))).pipeThrough(
    new TextEncoderStream() as never,
  ) as unknown as ReadableStream<Uint8Array>;
}

async function* linesOf(pages: AsyncIterable<readonly ListedAudit[]>): AsyncGenerator<string> {
  const csv = (rows: readonly (readonly unknown[])[]) =>
    `${Papa.unparse(rows as unknown[][], { delimiter: ';', escapeFormulae: true })}\r\n`;
  yield BYTE_ORDER_MARK + csv([words.csvColumns]);
  for await (const entries of pages)
    yield csv(
      entries.map((entry) => [
        entry.sequence,
        entry.at.toISOString(),
        entry.actorName ?? (entry.actorId ? words.gone : words.platform),
        entry.actorId ?? '',
        words.actions[entry.action] ?? entry.action,
        words.subjects[entry.subjectKind] ?? entry.subjectKind,
        entry.subjectLabel,
        entry.subjectId,
        entry.payload,
        entry.previousHash,
        entry.hash,
      ]),
    );
}
