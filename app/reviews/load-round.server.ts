import type { RouterContextProvider } from 'react-router';
import { findPeople } from '#db/documents/access/document-people.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findExactText } from '#db/documents/history/exact-texts.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Db } from '#db/kernel/client.ts';
import { findSignatory } from '#db/people/organisation/signatories.ts';
import { mayHoldReviews } from '#db/reviews/holding-reviews.ts';
import { type FoundRound, listRounds } from '#db/reviews/review-lists.ts';
import { listSigners } from '#db/reviews/review-signers.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { readExactText } from '#shared/documents/history/exact-text.ts';
import { drawBlocks } from '#shared/documents/text/document-reader.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { isRoundOpen, standingAnswers } from '#shared/reviews/review.ts';
import { type Member, servicesContext } from '../context.ts';

/** How a round is called at this moment. */
export function stateOf(round: FoundRound, now: Date): keyof typeof words.state {
  if (isRoundOpen(round, now)) return 'open';
  if (round.outcome) return round.outcome;
  return round.ending === 'withdrawn' || round.ending === 'replaced' ? round.ending : 'ending';
}

/** What the answers of a round are to its readers: the last line of each organisation, and how many came before it. */
export async function answersOf(db: Db, round: FoundRound) {
  const people = await findPeople(
    db,
    round.answers.map(({ by }) => by),
  );
  return standingAnswers(round).map(({ organisation, answer }) => ({
    organisation,
    answer: answer && { ...answer, by: people.get(answer.by)?.name ?? words.former },
    earlier: round.answers.filter(
      ({ organisationId, number }) => organisationId === organisation.id && number !== answer?.number,
    ).length,
  }));
}

/** The exact text of a round as this person reads it. */
async function drawnText(
  db: Db,
  { documentId, text }: { documentId: Readable<'document'>; text: FoundRound['text'] },
  { userId, now }: { userId: string; now: Date },
) {
  const found = await findExactText(db, { documentId, sha256: text.sha256 });
  const content = found && readExactText(found.exactText);
  const drawn = drawBlocks(content?.blocks ?? []);
  const names = await findObjectNames(db, { refs: drawn.objects, userId, now });
  return {
    blocks: drawn.blocks.map((block) => nameObjects(block, names)),
    writers: [...new Set((found?.writers ?? []).flatMap(({ organisation }) => organisation ?? []))],
    submittedBy: found?.submittedBy ?? '',
  };
}

/** Everything that the page of a round shows to this person. */
export async function loadRound(
  context: Readonly<RouterContextProvider>,
  { member, document, round }: { member: Member; document: DocumentForMember; round: FoundRound },
) {
  const { db, reviews, now } = context.get(servicesContext);
  const at = now();
  const reader = { userId: member.id, now: at };
  const [answers, text, signers, since, rounds, signatory] = await Promise.all([
    answersOf(db, round),
    drawnText(db, { documentId: document.id, text: round.text }, reader),
    listSigners(db, { documentId: document.id, now: at }),
    reviews.since(document, round.text, { by: { account: member.id } }),
    listRounds(db, document.id),
    findSignatory(db, member.id),
  ]);
  const people = await findPeople(db, [text.submittedBy]);
  const state = stateOf(round, at);
  const own = answers.find(({ organisation }) => organisation.id === member.organisation?.id) ?? null;
  const signed = rounds.find(
    ({ number, outcome, text: other }) =>
      outcome === 'approved' && number < round.number && other.sha256 !== round.text.sha256,
  );
  return {
    document: {
      id: document.id,
      title: document.title,
      group: document.group,
      groupRole: document.groupRole,
    },
    round: {
      id: round.id,
      number: round.number,
      questions: round.questions,
      deadline: round.deadline,
      quorum: round.quorum,
      closedAt: round.closedAt,
      ending: round.ending,
      outcome: round.outcome,
      withdrawnFor: round.withdrawnFor,
      text: round.text,
    },
    state,
    answers,
    blocks: text.blocks,
    writers: text.writers,
    submittedBy: people.get(text.submittedBy)?.name ?? words.former,
    since,
    /** The state that was signed before, and who signed it and is asked again. */
    signed: signed
      ? {
          number: signed.number,
          seq: signed.text.seq,
          again: standingAnswers(signed)
            .filter(
              ({ answer, organisation }) => answer && round.asked.some(({ id }) => id === organisation.id),
            )
            .map(({ organisation }) => organisation.name),
        }
      : null,
    own: own && signers.some(({ id }) => id === member.id) && state === 'open' ? own : null,
    /** [O7] Whoever is no signatory is told how to become one, where the form would be. */
    isSignatory: signatory !== null,
    canComment: canInDocument(document, 'document.comment'),
    canOrganise: await mayHoldReviews(db, document),
    now: at,
  };
}
