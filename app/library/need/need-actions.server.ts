import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import {
  changeDataNeed,
  type NeedChange,
  removeDataNeed,
  restoreDataNeed,
} from '#db/library/need/data-needs.ts';
import { answerNeed } from '#db/library/need/need-datasets.ts';
import type { Result } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { parseDataNeed } from '#shared/library/need/data-need.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { NeedForm, wordsOf } from './need-form.server.ts';

/** The need that a form is about. */
export interface OnNeed {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly needId: string;
  readonly by: string;
}
type Context = Readonly<RouterContextProvider>;

const Save = NeedForm.extend({ rank: SentCount, why: z.string().max(500).catch('') });
const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remove') }),
  z.object({ intent: z.literal('restore') }),
  z.object({ intent: z.literal('answer'), datasetId: z.string().max(64) }),
  z.object({ intent: z.literal('request'), boardId: z.string().max(64), title: z.string().max(2_000) }),
]);

const refuse = (errors: Partial<Record<string, string>>, rest: { typed?: unknown; isTwice?: boolean } = {}) =>
  data(
    { errors, typed: null as z.output<typeof Save> | null, isTwice: false, ...(rest as object) },
    { status: 422 },
  );

/** Changes what a need says. */
export async function saveNeed(context: Context, on: OnNeed, form: FormData) {
  const typed = parseForm(Save, form);
  const { mayBeTwice, rank, why, ...said } = typed;
  const parsed = parseDataNeed(said);
  if ('faults' in parsed) return refuse(wordsOf(parsed.faults), { typed });
  const { db, newId } = context.get(servicesContext);
  const saved = await changeDataNeed(db, {
    ...changeOf(context, on),
    fields: parsed.fields,
    newWantedId: newId(),
    mayBeTwice: mayBeTwice === 'oui',
    rank,
    why,
  });
  if (saved.ok) return redirect(paths.experimentNeed(on.experiment, { id: on.needId }));
  if (saved.error === 'dataNeed.twice')
    return refuse({ wanted: words.errors[saved.error] }, { typed, isTwice: true });
  if (saved.error === 'dataNeed.changedSince') return refuse({ '': words.errors[saved.error] }, { typed });
  throw saved.error === 'access.forbidden' ? forbidden() : notFound();
}

/** One of the gestures around a need: off the table and back, what answers it, a request to its producer. */
export async function changeNeed(context: Context, on: OnNeed, form: FormData) {
  const gesture = parseForm(Gesture, form);
  const { db, dataNeeds } = context.get(servicesContext);
  const { experiment, needId, by } = on;
  if (gesture.intent === 'request') {
    const { boardId, title } = gesture;
    const made = await dataNeeds.request({ experimentId: experiment.id, needId, boardId, title, by });
    if (!made.ok) return refuse({ boardId: fr.errors[made.error] });
  } else if (gesture.intent === 'answer') {
    const answered = await answerNeed(db, { ...changeOf(context, on), datasetId: gesture.datasetId || null });
    if (!answered.ok && answered.error === 'dataNeed.datasetNotFound')
      return refuse({ datasetId: words.errors[answered.error] });
    orThrow(answered);
  } else {
    const switching = gesture.intent === 'remove' ? removeDataNeed : restoreDataNeed;
    orThrow(await switching(db, changeOf(context, on)));
    if (gesture.intent === 'remove')
      return redirect(programmePaths.experimentNeeds(experiment, { removed: needId }));
  }
  return redirect(`${paths.experimentNeed(experiment, { id: needId })}#${gesture.intent}`);
}

const changeOf = (context: Context, { experiment, needId, by }: OnNeed): NeedChange => ({
  experimentId: experiment.id,
  needId,
  userId: by,
  now: context.get(servicesContext).now(),
});

function orThrow(done: Result<void, string>): void {
  if (!done.ok) throw done.error === 'access.forbidden' ? forbidden() : notFound();
}
