import { data, type RouterContextProvider } from 'react-router';
import { z } from 'zod';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findHeadSeq, findState } from '#db/documents/history/document-history.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { notOurs, parseForm } from '../../kernel/refusal.server.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';
import type { HistoryDone } from './history-data.ts';

type Context = Readonly<RouterContextProvider>;
interface Change {
  readonly document: DocumentForMember;
  readonly by: string;
}

const Place = z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0).max(1_000_000)]);
const Intent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('name'), version: SentSeq, name: z.string() }),
  z.object({ intent: z.literal('rename'), id: z.string(), name: z.string() }),
  z.object({ intent: z.literal('remove'), id: z.string() }),
  z.object({ intent: z.literal('putBack'), id: z.string() }),
  z.object({ intent: z.literal('restore'), version: SentSeq }),
  z.object({
    intent: z.literal('passage'),
    from: SentSeq,
    to: SentSeq,
    before: Place,
    after: Place,
    anchor: Place,
  }),
]);
type Asked<K extends z.output<typeof Intent>['intent']> = Extract<z.output<typeof Intent>, { intent: K }>;

/** Does what a form of the history or of a comparison asks. */
export async function changeHistory(context: Context, change: Change, form: FormData) {
  const asked = parseForm(Intent, form);
  if (asked.intent === 'restore') return restore(context, change, asked);
  if (asked.intent === 'passage') return restorePassage(context, change, asked);
  return changeName(context, change, asked);
}

async function changeName(
  context: Context,
  { document, by }: Change,
  asked: Asked<'name' | 'rename' | 'remove' | 'putBack'>,
) {
  const { operations } = context.get(servicesContext);
  const [asker, documentId] = [{ userId: by }, document.id];
  switch (asked.intent) {
    case 'name': {
      const { version, name } = asked;
      const named = await operations.run('version.name', asker, { documentId, version, name });
      return answer(named, (made) => ({ done: 'named', ...made }), 'name');
    }
    case 'rename': {
      const { id, name } = asked;
      const renamed = await operations.run('version.rename', asker, { documentId, id, name });
      return answer(renamed, (made) => ({ done: 'renamed', id, ...made }), 'name');
    }
    case 'remove': {
      const removed = await operations.run('version.remove', asker, { documentId, id: asked.id });
      return answer(removed, ({ name }) => ({ done: 'removed', id: asked.id, name }));
    }
    case 'putBack': {
      const back = await operations.run('version.putBack', asker, { documentId, id: asked.id });
      return answer(back, ({ name }) => ({ done: 'named', id: asked.id, name }));
    }
  }
}

/** [V4] The state is written again over the document as it was when this was asked: what comes meanwhile stays. */
async function restore(context: Context, { document, by }: Change, { version }: Asked<'restore'>) {
  const { db, database, rooms, operations } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const [beforeSeq, state] = await Promise.all([
    findHeadSeq(db, document.id),
    findState(database.run, document.id, { seq: version }),
  ]);
  if (!state) return refused('document.versionNotFound');
  await orUnavailable(context, room, async (asking) => {
    const { value: nodes } = await rooms.readPast(room, 'documentExact', { seq: state.seq }, asking);
    await rooms.apply(room, { userId: by }, 'document.restore', { nodes }, beforeSeq);
  });
  const recorded = await operations.run(
    'version.recordRestoration',
    { userId: by },
    { documentId: document.id, restored: { seq: state.seq, at: state.at, beforeSeq } },
  );
  return answer(recorded, () => ({ done: 'restored', at: state.at, before: beforeSeq }));
}

async function restorePassage(context: Context, { document, by }: Change, asked: Asked<'passage'>) {
  const { rooms } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const restored = await orUnavailable(context, room, async (asking) => {
    const [{ value: before }, { value: after }] = await Promise.all(
      [asked.from, asked.to].map((seq) => rooms.readPast(room, 'documentExact', { seq }, asking)) as [
        ReturnType<typeof rooms.readPast<'documentExact'>>,
        ReturnType<typeof rooms.readPast<'documentExact'>>,
      ],
    );
    const at = (nodes: typeof before, place: number | null) =>
      place === null ? null : (nodes[place] ?? null);
    return rooms.apply(room, { userId: by }, 'document.restorePassage', {
      now: at(after, asked.after),
      former: at(before, asked.before),
      after: at(after, asked.anchor),
      place: asked.after ?? asked.anchor ?? 0,
    });
  });
  return answer(restored, () => ({ done: 'passage' }));
}

type Code = keyof typeof fr.errors;

function refused(code: Code, field?: 'name') {
  const error: HistoryDone = { error: fr.errors[code], ...(field && { field }) };
  return data<HistoryDone>(error, { status: code === 'document.passageChanged' ? 409 : 422 });
}

type Came<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Code | 'api.invalid' };

function answer<T>(came: Came<T>, done: (value: T) => HistoryDone, field?: 'name') {
  if (came.ok) return data<HistoryDone>(done(came.value));
  const { error } = came;
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  if (error === 'api.invalid') throw notOurs();
  return refused(error, field);
}
