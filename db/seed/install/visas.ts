import { createHash } from 'node:crypto';
import { exactTextOf } from '#shared/documents/history/exact-text.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { Result } from '#shared/kernel/result.ts';
import { sheetVisa } from '#shared/publication/sheet/sheet-visa.fr.ts';
import type { VisaKind } from '#shared/publication/sheet/visa.ts';
import { keepExactText } from '../../documents/history/exact-texts.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { keepVisa, prepareVisa } from '../../publication/sheet/use-case-sheet-visas.ts';
import { answerRound } from '../../reviews/review-answers.ts';
import { openRound } from '../../reviews/review-rounds.ts';
import type { DemoWorld } from '../demo-world.ts';

const DAY_MS = 86_400_000;

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** A sheet whose text is complete, and when its visas are asked for. */
interface SignedSheet {
  readonly sheetId: string;
  readonly documentId: string;
  readonly title: string;
  readonly blocks: readonly BlockJson[];
  readonly seq: number;
  readonly writer: { readonly userId: string; readonly organisation: string };
  /** Each city of its experiment, and who signs for it. */
  readonly cities: readonly { readonly by: string; readonly organisationId: string }[];
  readonly askedAt: Date;
}

/** [US7] Gives both visas to a sheet of the demonstration, by the same gestures as people; the fingerprint that they approve. */
export async function installVisas(tx: Tx, world: DemoWorld, sheet: SignedSheet): Promise<string> {
  const { idOf, newId } = world;
  const { documentId, title, seq, blocks, writer, cities, askedAt } = sheet;
  const exactText = exactTextOf({ title, blocks });
  const sha256 = createHash('sha256').update(exactText, 'utf8').digest('hex');
  const sent = { submittedBy: writer.userId, submittedAt: askedAt, writers: [writer] };
  await keepExactText(tx, { id: newId(), documentId, title, seq, sha256, exactText, ...sent });
  const after = (days: number) => new Date(askedAt.getTime() + days * DAY_MS);
  const given = { ...sheet, sha256 };
  const [claire, marc] = [idOf('claire-oudin'), idOf('marc-delattre')];
  const city = cities.map((signing) => ({ ...signing, at: after(1) }));
  await installVisa(tx, world, { ...given, kind: 'city', by: writer.userId, at: askedAt, answers: city });
  const publisher = [
    { by: marc, organisationId: idOf('banque-des-territoires'), at: after(4) },
    { by: claire, organisationId: idOf('opendatafrance'), at: after(5) },
  ];
  await installVisa(tx, world, { ...given, kind: 'publisher', by: claire, at: after(2), answers: publisher });
  return sha256;
}

async function installVisa(
  tx: Tx,
  { newId }: DemoWorld,
  {
    kind,
    by,
    at,
    answers,
    ...sheet
  }: SignedSheet & {
    readonly sha256: string;
    readonly kind: VisaKind;
    readonly by: string;
    readonly at: Date;
    readonly answers: readonly { readonly by: string; readonly organisationId: string; readonly at: Date }[];
  },
): Promise<void> {
  const { sheetId, documentId, sha256, title } = sheet;
  const asking = { sheetId, kind, sha256, newId, userId: by, now: at };
  const { presented, organisationIds, replaces } = must(title, await prepareVisa(tx, asking));
  const roundId = newId();
  const ids = { roundId, activityId: newId(), closingId: newId() };
  const deadline = new Date(at.getTime() + 14 * DAY_MS);
  const questions = sheetVisa.questions(kind, presented);
  const asked = { organisationIds, quorum: organisationIds.length, questions, deadline, replaces };
  must(title, await openRound(tx, { ...ids, ...asked, documentId, sha256, by, now: at }));
  await keepVisa(tx, { roundId, sheetId, kind, presented });
  for (const { at: now, ...answer } of answers) {
    const more = { answer: 'approve' as const, reason: '', sha256, seen: 0, now };
    const line = { roundId, activityId: newId(), closingId: newId() };
    must(title, await answerRound(tx, { ...line, ...more, ...answer }));
  }
}
