import { data } from 'react-router';
import { z } from 'zod';
import { listOpenArchives } from '#db/operations/archive/open-archives.ts';
import { openArchive as words } from '#shared/operations/archive/open-archive.fr.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { goOn } from '../../kernel/done.server.ts';
import { parseForm, refuseBy } from '../../kernel/refusal.server.ts';
import type { SettingsPlace } from '../../people/group/settings-place.server.ts';

/** [OA6] What the page shows. */
export async function loadArchives({ group, userId, services }: SettingsPlace) {
  return { archives: await listOpenArchives(services.db, { userId, groupId: group?.id ?? null }) };
}

const Asked = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask') }),
  z.object({ intent: z.literal('cancel'), archive: z.uuid() }),
]);

/** [OA6] Asks for an archive, or gives one up. */
export async function changeArchives({ group, userId, services, context, request }: SettingsPlace) {
  const asked = parseForm(Asked, await request.formData());
  const { operations } = services;
  const page = openArchivePaths.list(group);
  if (asked.intent === 'cancel') {
    const gone = await operations.run('archive.cancel', { userId }, { archive: asked.archive });
    if (!gone.ok) throw refuseBy(gone, null);
    if (!gone.value.isGone) return data({ refused: 'gone' as const }, { status: 409 });
    throw goOn(context, { to: page, said: words.cancelled, focus: 'open-archive' });
  }
  const done = await operations.run('archive.ask', { userId }, { groupId: group?.id ?? null });
  if (!done.ok) throw refuseBy(done, null);
  if (!done.value.isAsked) return data({ refused: 'running' as const }, { status: 409 });
  throw goOn(context, { to: page, said: words.asked, focus: 'open-archive' });
}
