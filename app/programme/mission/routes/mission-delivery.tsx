import { findDelivered } from '#db/programme/mission/mission-deliverables.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { storedBody } from '../../../kernel/file-answer.server.ts';
import { requireMission } from '../require-mission.server.ts';
import type { Route } from './+types/mission-delivery';

/** [MS7] What was handed over, byte for byte: its SHA-256 is the one that the page shows. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { mission } = await requireMission(context, params.mission);
  const { db, missions } = context.get(servicesContext);
  const found = await findDelivered(db, { missionId: mission.id, deliveryId: params.remise });
  if (!found) throw notFound();
  const body = found.exactText ?? (await storedBody(missions.read(found.storageKey ?? '')));
  const name = encodeURIComponent(found.fileName ?? `${found.title}-${found.number}.json`);
  return new Response(body, {
    headers: {
      'Content-Type':
        found.exactText === null ? 'application/octet-stream' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="livrable"; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store, no-transform',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
