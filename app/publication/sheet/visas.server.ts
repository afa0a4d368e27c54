import type { RouterContextProvider } from 'react-router';
import type { SheetText } from '#db/publication/sheet/use-case-sheet-states.ts';
import {
  type FoundVisa,
  isDataChanged,
  keepVisa,
  prepareVisa,
  presentedNow,
  readVisas,
} from '#db/publication/sheet/use-case-sheet-visas.ts';
import type { SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import type { DomainError } from '#shared/errors.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { sheetVisa as words } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { mayPublish, type StandingVisa, type VisaKind } from '#shared/publication/sheet/visa.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { standingAnswers } from '#shared/reviews/review.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';
import { textNow } from './sheet.server.ts';

type Context = Readonly<RouterContextProvider>;

const documentOf = ({ documentId, title, groupId }: SheetForMember) => ({ id: documentId, title, groupId });

/** [RV1] What the text of a sheet says now, to the byte. */
function exactNow(context: Context, sheet: SheetForMember) {
  const room = roomName({ kind: 'document', id: sheet.documentId });
  const { exactTexts } = context.get(servicesContext);
  return orUnavailable(context, room, (asking) => exactTexts.read(documentOf(sheet), asking));
}

/** [US7] [US8] What the page of a sheet shows of its visas to somebody of this organisation. */
export async function loadVisas(context: Context, sheet: SheetForMember, organisationId: string | null) {
  const { db, now } = context.get(servicesContext);
  const { sha256, seq } = await exactNow(context, sheet);
  const visas = await readVisas(db, { sheet, sha256, now: now() });
  const today = await presentedNow(db, sheet);
  const shown = (visa: StandingVisa<FoundVisa>) => ({
    kind: visa.kind,
    standing: visa.standing,
    changes: visa.changes,
    round: visa.round && {
      id: visa.round.id,
      number: visa.round.number,
      deadline: visa.round.deadline,
      seq: visa.round.text.seq,
      answers: standingAnswers(visa.round).map(({ organisation, answer }) => ({
        organisation: organisation.name,
        isOwn: organisation.id === organisationId,
        answer: answer && { answer: answer.answer, at: answer.at, reason: answer.reason },
      })),
    },
  });
  return {
    visas: [shown(visas.city), shown(visas.publisher)],
    isReady: mayPublish(visas),
    isDataChanged: visas.city.standing === 'given' && isDataChanged(visas, today),
    seq,
    /** Two weeks from now, at noon: what the form offers. */
    deadline: `${new Date(now().getTime() + FORTNIGHT).toISOString().slice(0, 10)}T12:00`,
  };
}

const FORTNIGHT = 14 * 86_400_000;

/** [US7] Asks for a visa on the text as it is now: a review round, whose questions say what is approved with it. */
export async function askVisa(
  context: Context,
  { sheet, kind, deadline, by }: { sheet: SheetForMember; kind: VisaKind; deadline: string; by: string },
): Promise<Result<{ roundId: string }, DomainError>> {
  const { db, now, newId, reviews } = context.get(servicesContext);
  const until = instantOfParis(deadline);
  if (!until) return fail('review.deadlineInvalid');
  const { sha256, hasText } = await exactNow(context, sheet);
  if (!hasText) return fail('review.documentEmpty');
  const asking = { sheetId: sheet.id, kind, sha256, newId, userId: by, now: now() };
  const prepared = await prepareVisa(db, asking);
  if (!prepared.ok) return prepared;
  const { organisationIds, presented, replaces } = prepared.value;
  const round = {
    questions: words.questions(kind, presented),
    deadline: until,
    organisationIds,
    quorum: organisationIds.length,
    replaces,
  };
  const opened = await reviews.open(documentOf(sheet), by, round, (tx, roundId) =>
    keepVisa(tx, { roundId, sheetId: sheet.id, kind, presented }),
  );
  // Somebody asked between the look and the opening: this form has no review to replace, which is what the review's own sentence offers.
  return !opened.ok && opened.error === 'review.alreadyOpen' ? fail('useCaseSheet.visaAsked') : opened;
}

/** [US8] What the text of a sheet says now, as the public would have it, with its fingerprint; undefined while somebody writes in it. */
export async function textToPublish(context: Context, sheet: SheetForMember): Promise<SheetText | undefined> {
  const { sha256 } = await exactNow(context, sheet);
  const text = await textNow(context, sheet);
  const after = await exactNow(context, sheet);
  return after.sha256 === sha256 ? { ...text, sha256, title: sheet.title } : undefined;
}
