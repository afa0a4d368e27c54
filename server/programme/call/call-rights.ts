import { holdCall } from '#db/programme/call/call-changes.ts';
import type { Call } from '#db/programme/call/calls.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import { type ByPerson, onPlatform } from '../../people/rights.ts';

/** [CA2] Whoever prepares calls; for all others it is absent. */
export const managingCalls = onPlatform('call.manage');

/** [CA2] The same, of the call of the input, which is held. */
export const preparingCall: Right<{ readonly callId: string }, ByPerson & { readonly call: Call }> = async (
  act,
  asker,
  { callId },
) => {
  const manager = await managingCalls(act, asker, undefined);
  if (!manager.ok) return manager;
  const call = await holdCall(act.tx, { callId, now: act.now });
  return call ? ok({ ...manager.value, call }) : fail('access.notFound');
};
