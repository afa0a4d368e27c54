import { data, redirect } from 'react-router';
import { z } from 'zod';
import { findDocumentForMember, renameDocument, trashDocument } from '#db/documents.ts';
import { findObjectNames } from '#db/object-names.ts';
import { listWriters } from '#db/writers.ts';
import { canInGroup, type GroupAction, roomAccessOf } from '#shared/access.ts';
import { nameObjects } from '#shared/document/object-names.ts';
import { idOfSegment } from '#shared/ids.ts';
import { document as documentWords } from '#shared/messages/fr/document.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime.ts';
import { forbidden, notFound, requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { DocumentPage } from '../documents/document-page.tsx';
import { frameHandle } from '../frame-handle.ts';
import { ThemeChip } from '../groups/theme-chip.tsx';
import { keepOnDevice } from '../keep.server.ts';
import { readRoom } from '../room-content.server.ts';
import type { Route } from './+types/document';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document: { id, title, group } }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: documentWords.documents },
      { href: paths.document({ id, title }), label: title },
    ];
  },
  isWorking: true,
});

async function requireDocument(
  { params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>,
  right: GroupAction,
) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const documentId = idOfSegment(params.document);
  const document =
    documentId && (await findDocumentForMember(db, { documentId, userId: member.id, now: now() }));
  if (!document) throw notFound();
  if (!canInGroup(document.group.role, right)) throw forbidden();
  return { member, document };
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument({ params, context }, 'document.read');
  const { db, env, now } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  keepOnDevice(context, { room, title: document.title, group: document.group.name });
  const [{ value: read }, writers] = await Promise.all([
    readRoom(context, room, 'document'),
    listWriters(db, [room]),
  ]);
  const names = await findObjectNames(db, { refs: read.objects, userId: member.id, now: now() });
  return {
    document,
    room,
    me: { id: member.id, name: member.name, colour: member.organisation?.colour ?? 0 },
    access: roomAccessOf(document.group.role, 'document') ?? 'read',
    canRename: canInGroup(document.group.role, 'document.write'),
    canTrash: canInGroup(document.group.role, 'document.trash'),
    drawn: {
      blocks: read.blocks.map((block) => nameObjects(block, names)),
      outline: read.outline,
      names,
    },
    writers: writers.get(room) ?? [],
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

const Intent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), title: z.string() }),
  z.object({ intent: z.literal('trash') }),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument({ params, context }, 'document.write');
  const { db, rooms, now, newId } = context.get(servicesContext);
  const asked = Intent.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw data(null, { status: 400 });
  const { group } = document;
  const change = {
    documentId: document.id,
    groupId: group.id,
    by: member.id,
    now: now(),
    activityId: newId(),
  };
  if (asked.data.intent === 'trash') {
    const trashed = await trashDocument(db, change);
    if (!trashed.ok) throw notFound();
    rooms.recheck({ room: roomName({ kind: 'document', id: document.id }) });
    return redirect(`${paths.groupDocuments({ id: group.id, title: group.name })}?corbeille=${document.id}`);
  }
  const { title } = asked.data;
  const renamed = await renameDocument(db, { ...change, title });
  if (renamed.ok) return { title: renamed.value.title };
  if (renamed.error === 'access.notFound') throw notFound();
  return data({ error: renamed.error, title }, { status: 422 });
}

export default function Document({ loaderData, actionData }: Route.ComponentProps) {
  const { document } = loaderData;
  return (
    <>
      <title>{frame.pageTitle(document.title, document.group.name)}</title>
      <DocumentPage
        key={document.id}
        {...loaderData}
        theme={<ThemeChip theme={document.group.theme} />}
        refused={actionData && 'error' in actionData ? actionData : null}
      />
    </>
  );
}
