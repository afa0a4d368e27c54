import type { RouterContextProvider } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { findSheet, type SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

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
  const groups = workingGroups(await listGroupsForMember(db, { userId, now: now() })).filter(({ role }) =>
    canInGroup(role, 'document.create'),
  );
  const isFirst = ({ theme }: (typeof groups)[number]) => Number(theme.key !== themeKey);
  return groups.sort((a, b) => isFirst(a) - isFirst(b)).map(({ id, name }) => ({ id, name }));
}
