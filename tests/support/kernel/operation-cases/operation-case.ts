import type { InputOf } from '#server/kernel/operations.ts';
import type { Registered } from '#server/registry.ts';
import type { TriedCalls } from './call-world.ts';
import type { TriedLibrary } from './library-world.ts';
import type { TriedProgramme } from './programme-world.ts';
import type { TriedPublication } from './publication-world.ts';
import type { TriedReviews } from './reviews-world.ts';

/** Those who try every operation. */
export const PEOPLE = [
  'visitor',
  'suspended',
  'outsider',
  'observer',
  'contributor',
  'facilitator',
  'organisationAdmin',
  'coordinator',
  'admin',
] as const;
export type Trying = (typeof PEOPLE)[number];

/** What they try it on: a group with people, an organisation, and ids of what belongs to them. */
export interface TriedWorld {
  readonly ids: Readonly<Record<Exclude<Trying, 'visitor'>, string>>;
  readonly groupId: string;
  readonly organisationId: string;
  readonly themeId: string;
  /** Somebody of the group and the organisation, whom all others act on. */
  readonly colleagueId: string;
  readonly requestId: string;
  readonly invitationId: string;
  /** Planned, not open. */
  readonly meetingId: string;
  /** Of the group, begun by the colleague, with their message. */
  readonly topicId: string;
  readonly postId: string;
  /** Open. */
  readonly pollId: string;
  /** Of the group, without text. */
  readonly documentId: string;
  readonly trashedDocumentId: string;
  /** In it. */
  readonly decisionId: string;
  /** Two of the group. */
  readonly boards: readonly [string, string];
  /** Of the group. */
  readonly webhookId: string;
  readonly calls: TriedCalls;
  readonly library: TriedLibrary;
  readonly programme: TriedProgramme;
  readonly reviews: TriedReviews;
  readonly publication: TriedPublication;
}

/** One operation: an input that is right, and whose right it is to do it. To all others it is absent or forbidden. */
export interface Case<N extends keyof Registered> {
  readonly input: (world: TriedWorld) => InputOf<Registered[N]>;
  readonly allowed: readonly Trying[];
}
export type Cases<N extends keyof Registered> = { readonly [Name in N]: Case<Name> };

export const SIGNED_IN = PEOPLE.filter((who) => who !== 'visitor' && who !== 'suspended');
/** Whoever facilitates the group, by membership or by their role on the platform. */
export const FACILITATORS = ['facilitator', 'coordinator', 'admin'] as const;
export const COORDINATION = ['coordinator', 'admin'] as const;
