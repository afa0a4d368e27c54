import type { OrganisationBadge } from '../../people/organisation/organisation.ts';
import type { ApplicationStatus } from '../application/application.ts';
import type { Outcome } from './decision.ts';
import type { Summary } from './score.ts';

/** A decision on the sheet, as it is prepared or as it was announced. */
export interface SheetDecision {
  readonly rank: number;
  readonly outcome: Outcome | null;
  readonly waitingRank: number | null;
  readonly motivation: string;
  readonly at: Date;
}

/** One application on the sheet of the committee. For whoever is recused from it there is nothing but its name. */
export interface SheetRow {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly isLate: boolean;
  readonly organisation: OrganisationBadge;
  readonly recusal: 'candidate' | 'declared' | null;
  /** Its assessment may be opened by this person; its application by everybody who sits on the committee and is not recused. */
  readonly mayOpen: boolean;
  /** Marks and decision are hidden: this person has not given their own marks yet. */
  readonly isBlind: boolean;
  readonly assessors: readonly {
    readonly userId: string;
    readonly name: string;
    readonly hasGiven: boolean;
    readonly removedAt: Date | null;
    readonly score: number | null;
  }[];
  readonly recusedNames: readonly string[];
  readonly summary: Summary | null;
  readonly byCriterion: Readonly<Record<string, Summary>> | null;
  readonly decision: SheetDecision | null;
  readonly announced: SheetDecision | null;
  readonly experimentId: string | null;
}
