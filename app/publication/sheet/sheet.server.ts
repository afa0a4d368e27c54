import { data, type RouterContextProvider } from 'react-router';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import { writeSheetText } from '#db/publication/sheet/use-case-sheet-text.ts';
import { createSheet, findSheet, type SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fail } from '#shared/kernel/result.ts';
import { publicAddress } from '#shared/publication/public-document/publication.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Member, servicesContext } from '../../context.ts';
import { stateNow } from '../../documents/publication.server.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The person and the sheet of an address segment, if they may see it; else 404. */
export async function requireSheet(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; sheet: SheetForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const sheetId = idOfSegment(segment);
  const sheet = sheetId && (await findSheet(db, { sheetId, userId: member.id, now: now() }));
  if (!sheet) throw notFound();
  return { member, sheet };
}

/** Groups in which this person may keep a sheet's document, those of the experiment's theme first. */
export async function listSheetGroups(context: Context, userId: string, themeKey: string) {
  const { db, now } = context.get(servicesContext);
  const groups = (await listGroupsForMember(db, { userId, now: now() })).filter(({ role }) =>
    canInGroup(role, 'document.create'),
  );
  const isFirst = ({ theme }: (typeof groups)[number]) => Number(theme.key !== themeKey);
  return groups.sort((a, b) => isFirst(a) - isFirst(b)).map(({ id, name }) => ({ id, name }));
}

/** [US1] [US4] Makes the sheet of an experiment with its text; nothing is left of one whose text could not be written. */
export async function makeSheet(
  context: Context,
  { experimentId, groupId, userId }: { experimentId: string; groupId: string; userId: string },
) {
  const { db, now, newId, rooms } = context.get(servicesContext);
  const groups = await listSheetGroups(context, userId, '');
  if (!groups.some(({ id }) => id === groupId)) return fail('useCaseSheet.groupMissing');
  const documentId = newId();
  const sheet = { sheetId: newId(), documentId, experimentId, groupId, userId, now: now(), newId };
  const made = await createSheet(db, sheet);
  if (!made.ok) return made;
  const room = roomName({ kind: 'document', id: documentId });
  try {
    const blocks = await writeSheetText(db, experimentId);
    await rooms.apply(room, { userId }, 'document.append', { blocks });
  } catch (error) {
    await db.transaction((tx) => deleteForGood(tx as typeof db, room, now()));
    context.get(servicesContext).log.error({ err: error, room }, 'a sheet could not be written');
    throw data(null, { status: 503 });
  }
  return made;
}

/** [PS1] What the text of a sheet says now, as the public would have it. */
export async function textNow(context: Context, { documentId, title }: SheetForMember) {
  const { db, newId } = context.get(servicesContext);
  const known = await findPublication(db, documentId);
  const address = known?.address ?? publicAddress(title, newId());
  const room = roomName({ kind: 'document', id: documentId });
  const state = await orUnavailable(context, room, () => stateNow(context, documentId, address));
  const writers = (await listWriters(db, [room])).get(room) ?? [];
  return { ...state, address, writers: writers.map(({ name }) => name) };
}
