import type { DeviceKeys } from '#shared/realtime/device-seal.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/device-keys';

/** [L12] What opens what was closed for this account in a browser: to it alone. */
export function loader({ context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const answer: DeviceKeys = {
    account: member.id,
    keys: context.get(servicesContext).deviceSeal.keys(member.id),
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
}
