import type { Tx } from '#db/kernel/transaction.ts';
import { findTitle } from '#db/kinds.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { KINDS } from '#shared/kinds.ts';
import { kindOfEvent, type ProgrammeVerb } from '#shared/people/activity/programme-events.ts';

/** What happened to which object. */
export interface ProgrammeEvent {
  readonly verb: ProgrammeVerb;
  /** As its kind names it (`shared/kinds.ts`): a month of a log is `<experiment>/<month>`. */
  readonly objectId: string;
  /** Where in the object, of whom, or into what. */
  readonly place?: string;
}

/** Where it happens; `by` null: by itself, at its time. */
interface Telling {
  readonly tx: Tx;
  readonly by: string | null;
  readonly now: Date;
  readonly newId: () => string;
}

/** [NO12] What happened in the programme: whoever may know is told once it is committed, and nobody before. */
export async function tellProgramme(
  { tx, by: actorId, now, newId }: Telling,
  { verb, objectId, place }: ProgrammeEvent,
): Promise<void> {
  const kind = kindOfEvent(verb);
  // Whom a city met is said by its interview only, which may be thrown away.
  const title = kind === 'interview' ? KINDS[kind].one : await findTitle(tx, { kind, id: objectId });
  const details = place === undefined ? {} : { place };
  const event = { verb, objectId, title: title ?? '', details };
  await recordActivity(tx, { ...event, id: newId(), groupId: null, actorId, now });
}
