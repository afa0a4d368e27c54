import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { DifficultyFields } from '#shared/programme/experiment/difficulty.ts';
import type { EvaluationAnswers } from '#shared/programme/experiment/evaluation.ts';
import type { ExperimentState, TeamRole } from '#shared/programme/experiment/experiment.ts';
import type { TypedFacts } from '#shared/programme/experiment/experiment-facts.ts';
import type { LogEntry } from '#shared/programme/experiment/log.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** An experiment of the demonstration. Months count back from the present one: -1 is the last one. Its cities are invented. */
export interface DemoExperiment extends TypedFacts {
  readonly key: string;
  /** Number of its season; the present one when absent. */
  readonly season?: number;
  readonly theme: ThemeKey;
  readonly title: string;
  /** The lead first. */
  readonly cities: readonly OrganisationKey[];
  readonly team: readonly { readonly person: PersonKey; readonly role: TeamRole }[];
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly states: readonly {
    readonly to: ExperimentState;
    readonly month: number;
    readonly reason?: string;
  }[];
  /** Ranks of the season’s milestones: how many weeks after its planned end each was reached. */
  readonly reached: readonly number[];
  readonly slip: {
    readonly rank: number;
    readonly weeks: number;
    readonly month: number;
    readonly reason: string;
  } | null;
  readonly log: readonly (LogEntry & {
    readonly month: number;
    readonly by: PersonKey;
    readonly business: string;
    readonly data: string;
  })[];
  readonly difficulties: readonly (Pick<DifficultyFields, 'kind' | 'description' | 'lever'> & {
    readonly month: number;
    readonly isResolved: boolean;
  })[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly target: string;
    readonly values: readonly (readonly [number, string])[];
  }[];
  readonly evaluation: EvaluationAnswers;
  readonly partners: readonly { readonly name: string; readonly part: string }[];
}
