import { createHash } from 'node:crypto';
import { exactTextOf } from '#shared/documents/history/exact-text.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { keepExactText } from '../../documents/history/exact-texts.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { answerRound } from '../../reviews/review-answers.ts';
import { openRound } from '../../reviews/review-rounds.ts';
import { demoPeople, type PersonKey } from '../demo/people.ts';
import type { DemoChapter } from '../demo/synthesis.ts';
import type { DemoWorld } from '../demo-world.ts';

interface SignedChapter {
  readonly documentId: string;
  readonly title: string;
  readonly blocks: readonly BlockJson[];
  readonly seq: number;
  readonly writers: readonly PersonKey[];
}

const organisationOf = (person: PersonKey) =>
  demoPeople.find(({ key }) => key === person)?.organisation ?? '';

/** [RV3] Asks for the signatures of a chapter, and gives those that were given, by the same gestures as people. */
export async function installChapterRound(
  tx: Tx,
  { idOf, newId, at }: DemoWorld,
  { documentId, title, blocks, seq, writers }: SignedChapter,
  round: NonNullable<DemoChapter['round']>,
): Promise<void> {
  const [by, now] = [idOf('claire-oudin'), at(round.at)];
  const exactText = exactTextOf({ title, blocks });
  const sha256 = createHash('sha256').update(exactText, 'utf8').digest('hex');
  const wrote = writers.map((key) => ({ userId: idOf(key), organisation: organisationOf(key) }));
  const text = { id: newId(), documentId, title, seq, sha256, exactText };
  await keepExactText(tx, { ...text, submittedBy: by, submittedAt: now, writers: wrote });
  const roundId = newId();
  const organisationIds = round.organisations.map((key) => idOf(key));
  const opened = await openRound(tx, {
    ...{ roundId, documentId, sha256, by, now, organisationIds },
    ...{ activityId: newId(), closingId: newId(), replaces: null },
    quorum: organisationIds.length,
    questions: [],
    deadline: at(round.deadline),
  });
  if (!opened.ok) throw new Error(`${title}: ${opened.error}`);
  for (const signed of round.signed) {
    const answered = await answerRound(tx, {
      ...{ roundId, sha256, by: idOf(signed.by), now: at(signed.at), seen: 0 },
      ...{ activityId: newId(), closingId: newId() },
      organisationId: idOf(organisationOf(signed.by)),
      answer: 'approve',
      reason: '',
    });
    if (!answered.ok) throw new Error(`${title}: ${answered.error}`);
  }
}
