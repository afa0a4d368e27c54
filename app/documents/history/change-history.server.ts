import { data, type RouterContextProvider } from 'react-router';
import { z } from 'zod';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findHeadSeq, findState } from '#db/documents/history/document-history.ts';
import {
  nameVersion,
  putVersionBack,
  recordRestoration,
  removeVersion,
  renameVersion,
} from '#db/documents/history/document-versions.ts';
import type { Result } from '#shared/kernel/result.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
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

/** Does what a form of the history or of a comparison asks; the caller has checked that this person may write. */
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
  const { db, now, newId } = context.get(servicesContext);
  const change = { documentId: document.id, groupId: document.group.id, by, now: now(), activityId: newId() };
  switch (asked.intent) {
    case 'name': {
      const id = newId();
      const named = await nameVersion(db, { ...change, versionId: id, seq: asked.version, name: asked.name });
      return answer(named, ({ name }) => ({ done: 'named', id, name }), 'name');
    }
    case 'rename': {
      const renamed = await renameVersion(db, { ...change, versionId: asked.id, name: asked.name });
      const done = { done: 'renamed', id: asked.id, name: asked.name.trim() } as const;
      return answer(renamed, ({ former }) => ({ ...done, former }), 'name');
    }
    case 'remove':
      return answer(await removeVersion(db, { ...change, versionId: asked.id }), ({ name }) => ({
        done: 'removed',
        id: asked.id,
        name,
      }));
    case 'putBack':
      return answer(await putVersionBack(db, { ...change, versionId: asked.id }), ({ name }) => ({
        done: 'named',
        id: asked.id,
        name,
      }));
  }
}

/** [V4] The state is written again over the document as it was when this was asked: what comes meanwhile stays. */
async function restore(context: Context, { document, by }: Change, { version }: Asked<'restore'>) {
  const { db, database, rooms, now, newId } = context.get(servicesContext);
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
  const recorded = await recordRestoration(db, {
    versionId: newId(),
    documentId: document.id,
    groupId: document.group.id,
    by,
    now: now(),
    activityId: newId(),
    seq: await findHeadSeq(db, document.id),
    restored: { seq: state.seq, at: state.at, beforeSeq },
  });
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

function answer<T>(result: Result<T, Code>, done: (value: T) => HistoryDone, field?: 'name') {
  return result.ok ? data<HistoryDone>(done(result.value)) : refused(result.error, field);
}
