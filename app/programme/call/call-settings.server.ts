import { z } from 'zod';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import type { CallFaults, TypedCall } from '#shared/programme/call/call-plan.ts';

const text = z.string().max(50_000);

/** What the form of a call sends. */
export const CallForm = z.object({
  title: text,
  presentation: text.transform((given) => given.replaceAll('\r\n', '\n')),
  opensDay: text,
  opensTime: text,
  closesDay: text,
  closesTime: text,
  tolerance: text,
});

/** A call as its form shows it. */
export function typedOf(call: {
  readonly title: string;
  readonly presentation: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
}): TypedCall {
  const [opensDay = '', opensTime = ''] = parisWall(call.opensAt).split('T');
  const [closesDay = '', closesTime = ''] = parisWall(call.closesAt).split('T');
  const { title, presentation, toleranceMinutes } = call;
  return {
    title,
    presentation,
    opensDay,
    opensTime,
    closesDay,
    closesTime,
    tolerance: String(toleranceMinutes),
  };
}

/** Faults in words. */
export function wordsOf(faults: CallFaults): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([control, code]) => [control, words.errors[code]]));
}
