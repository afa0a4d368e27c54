import { type DeviceOwner, MOST_SEALS, SEAL_FOR } from '#shared/realtime/device-seal.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import type { Route } from './+types/device-owner';

const ACCOUNT = /^[\w-]{1,64}$/;

/** [L11] Whose browser this is, and under which keys it may close what others left in it. For anybody: a public key closes, and opens nothing. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { deviceSeal } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams.getAll(SEAL_FOR).filter((id) => ACCOUNT.test(id));
  const answer: DeviceOwner = {
    account: context.get(memberContext)?.id ?? null,
    seals: Object.fromEntries(asked.slice(0, MOST_SEALS).map((id) => [id, deviceSeal.publicKey(id)])),
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
}
