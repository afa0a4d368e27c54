import { data, redirect } from 'react-router';
import { z } from 'zod';
import { cancelOpenArchive, listOpenArchives } from '#db/operations/archive/open-archives.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import type { SettingsPlace } from '../../people/group/settings-place.server.ts';

const NEWS = { demandee: 'asked', abandonnee: 'cancelled' } as const;

/** [OA6] What the page shows. */
export async function loadArchives({ group, userId, services, request }: SettingsPlace) {
  const done = new URL(request.url).searchParams.get('fait');
  return {
    archives: await listOpenArchives(services.db, { userId, groupId: group?.id ?? null }),
    news: done === 'demandee' || done === 'abandonnee' ? NEWS[done] : null,
  };
}

const Asked = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask') }),
  z.object({ intent: z.literal('cancel'), archive: z.uuid() }),
]);

/** [OA6] Asks for an archive, or gives one up. */
export async function changeArchives({ group, userId, services, request }: SettingsPlace) {
  const asked = parseForm(Asked, await request.formData());
  if (asked.intent === 'cancel') {
    const isGone = await cancelOpenArchive(services.db, { id: asked.archive, userId });
    if (!isGone) return data({ refused: 'gone' as const }, { status: 409 });
    throw redirect(`${openArchivePaths.list(group)}?fait=abandonnee`);
  }
  const done = await services.openArchives.ask({ userId, groupId: group?.id ?? null });
  if (!done.ok) return data({ refused: done.error }, { status: 409 });
  throw redirect(`${openArchivePaths.list(group)}?fait=demandee`);
}
