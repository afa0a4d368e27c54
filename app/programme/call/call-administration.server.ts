import { type Call, findCall } from '#db/programme/call/calls.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requirePlatform } from '../../kernel/access.server.ts';

/** The call of an address segment, for whoever may prepare calls; to anybody else the page does not exist. */
export async function requireCall(
  context: Parameters<typeof requirePlatform>[0],
  segment: string | undefined,
): Promise<Call> {
  requirePlatform(context, 'call.manage');
  const { db, now } = context.get(servicesContext);
  const callId = idOfSegment(segment);
  const call = callId ? await findCall(db, { callId, mayPrepare: true, now: now() }) : null;
  if (!call) throw notFound();
  return call;
}
