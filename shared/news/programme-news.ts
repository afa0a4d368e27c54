import type { ProgrammeKind, ProgrammeVerb } from '#shared/people/activity/programme-events.ts';

/** One object of the programme that something happened to, whatever it was and however often. */
export interface ProgrammeItem {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** The last of what happened, and where in the object. */
  readonly verb: ProgrammeVerb;
  readonly place: string;
  /** Names of those who did it, three at most. */
  readonly by: readonly string[];
  readonly at: Date;
}

/** The last objects of one kind, and how many there are in all. */
export interface ProgrammeNewsOfKind {
  readonly kind: ProgrammeKind;
  readonly items: readonly ProgrammeItem[];
  readonly total: number;
}

/** [HV7] What changed in the programme since then; nothing of kinds in which nothing did. */
export interface ProgrammeNews {
  readonly since: Date;
  readonly kinds: readonly ProgrammeNewsOfKind[];
  readonly total: number;
}

/** What stands where a group is named, for the news of the programme. */
export const OF_PROGRAMME = 'programme';
