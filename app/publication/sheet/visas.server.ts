import type { RouterContextProvider } from 'react-router';
import type { SheetText } from '#db/publication/sheet/use-case-sheet-states.ts';
import {
  type FoundVisa,
  isDataChanged,
  presentedNow,
  readVisas,
} from '#db/publication/sheet/use-case-sheet-visas.ts';
import type { SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import { mayPublish, type StandingVisa } from '#shared/publication/sheet/visa.ts';
import { standingAnswers } from '#shared/reviews/review.ts';
import { servicesContext } from '../../context.ts';
import { exactNow, publicly } from '../public-document/public-states.server.ts';

type Context = Readonly<RouterContextProvider>;

const documentOf = ({ documentId, title, groupId }: SheetForMember) => ({ id: documentId, title, groupId });

/** [US7] [US8] What the page of a sheet shows of its visas to somebody of this organisation. */
export async function loadVisas(context: Context, sheet: SheetForMember, organisationId: string | null) {
  const { db, now } = context.get(servicesContext);
  const { sha256, seq } = await exactNow(context, documentOf(sheet));
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

/** [US8] What the text of a sheet says now, as the public would have it, with its fingerprint; undefined while somebody writes in it. */
export function textToPublish(context: Context, sheet: SheetForMember): Promise<SheetText | undefined> {
  return publicly(context, documentOf(sheet), (states, ...asked) => states.exact(...asked));
}
