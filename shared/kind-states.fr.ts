import { keysOf } from './kernel/keys.ts';
import type { KindName } from './kinds.ts';
import { meeting } from './meetings/meeting/meeting.fr.ts';
import { application } from './programme/application/application.fr.ts';
import { experiment } from './programme/experiment/experiment.fr.ts';
import { mission } from './programme/mission/mission.fr.ts';
import { track } from './programme/track/track.fr.ts';
import { adoption } from './publication/adoption/adoption.fr.ts';

/** [SE5] The states that objects of a kind are in, by their French names: a search of that kind is narrowed by them. */
export const KIND_STATES = {
  experiment: experiment.states,
  application: application.statuses,
  mission: mission.states,
  track: track.phases,
  adoption: adoption.states,
  meeting: meeting.statuses,
} as const satisfies Partial<Record<KindName, Readonly<Record<string, string>>>>;

/** A kind whose objects have states. */
export type StatedKind = keyof typeof KIND_STATES;
const STATED_KINDS = keysOf(KIND_STATES);

/** The states of a kind; null for a kind without any. */
export function statesOf(kind: KindName | null): Readonly<Record<string, string>> | null {
  const stated = STATED_KINDS.find((name) => name === kind);
  return stated ? KIND_STATES[stated] : null;
}

/** A state of this kind, by its name; null when there is no such state. */
export function stateOf(
  kind: KindName | null,
  state: string | null,
): { readonly kind: StatedKind; readonly state: string } | null {
  const stated = STATED_KINDS.find((name) => name === kind);
  return stated && state !== null && Object.hasOwn(KIND_STATES[stated], state)
    ? { kind: stated, state }
    : null;
}
