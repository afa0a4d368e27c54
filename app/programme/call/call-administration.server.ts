import { type Call, findCall } from '#db/programme/call/calls.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requirePlatform } from '../../kernel/access.server.ts';

/** The person and the call of an address segment, if they may prepare calls; to anybody else the page does not exist. */
export async function requireCall(
  context: Parameters<typeof requirePlatform>[0],
  segment: string | undefined,
): Promise<{ member: Member; call: Call }> {
  const member = requirePlatform(context, 'call.manage');
  const { db, now } = context.get(servicesContext);
  const callId = idOfSegment(segment);
  const call = callId ? await findCall(db, { callId, mayPrepare: true, now: now() }) : null;
  if (!call) throw notFound();
  return { member, call };
}
