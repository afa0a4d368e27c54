import type { RouterContextProvider } from 'react-router';
import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { findMinutes } from '#db/meetings/held/meeting-minutes.ts';
import { listMeetings, type MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { saysSame } from '#shared/documents/history/exact-text.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The document of minutes, for whoever may read it; 404 for the others. */
export async function requireMinutesReader(
  context: Context,
  { documentId, userId }: { documentId: string; userId: string },
): Promise<DocumentForMember> {
  const { db, now } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId, now: now() });
  if (!document) throw notFound();
  return document;
}

/** Everything that the page of a meeting's minutes shows to this person. */
export async function loadMinutes(
  context: Context,
  { meeting, userId }: { meeting: MeetingForMember; userId: string },
) {
  const { db, exactTexts } = context.get(servicesContext);
  const { id, title, group, startsAt, endsAt } = meeting;
  const canWrite = canInGroup(group.role, 'minutes.write');
  const shown = {
    meeting: { id, title, startsAt, endsAt },
    group: { id: group.id, name: group.name, theme: group.theme },
    canWrite,
    canApprove: canInGroup(group.role, 'minutes.approve'),
  };
  const found = await findMinutes(db, id);
  if (!found) return { ...shown, minutes: null };
  const document = await requireMinutesReader(context, { documentId: found.documentId, userId });
  const { exactText } = await exactTexts.read(document, { by: { account: userId } });
  const { submitted } = found;
  const all = await listMeetings(db, { groupIds: [meeting.groupId] });
  return {
    ...shown,
    minutes: {
      document: { id: document.id, title: document.title },
      status: found.status,
      sheetAt: found.sheetAt,
      canChange: canInDocument(document, 'document.write'),
      submitted: submitted && {
        at: submitted.at,
        by: submitted.by,
        sha256: submitted.sha256,
        isUnchanged: saysSame(submitted.exactText, exactText),
      },
      approved: found.approved,
      later: all
        .filter(
          (other) => other.openedAt !== null && other.startsAt > startsAt && other.status !== 'cancelled',
        )
        .map((other) => ({ id: other.id, title: other.title, startsAt: other.startsAt })),
    },
  };
}
