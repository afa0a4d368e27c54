/** The steps that open a new installation, in the order in which they help one another; any order will do. */
export const FIRST_STEPS = ['secondFactor', 'mail', 'cities', 'season', 'group', 'people'] as const;
export type FirstStepName = (typeof FIRST_STEPS)[number];

/** The installation as it is. */
export interface Installation {
  /** [ID3] Of whoever looks. */
  readonly hasSecondFactor: boolean;
  /** Whether a server takes the mails of this installation. */
  readonly sendsMails: boolean;
  readonly cities: number;
  /** Seasons that run on this day, or come. */
  readonly seasons: number;
  readonly groups: number;
  readonly invitations: number;
  readonly people: number;
}

/** One step: `now` is the first that is not done. */
export interface FirstStep {
  readonly name: FirstStepName;
  readonly state: 'done' | 'now' | 'later';
}

/** [HO2] Each step with its state, told from the installation and from nothing that somebody ticks. */
export function firstStepsOf(installation: Installation): FirstStep[] {
  const isDone: Record<FirstStepName, boolean> = {
    secondFactor: installation.hasSecondFactor,
    mail: installation.sendsMails,
    cities: installation.cities > 0,
    season: installation.seasons > 0,
    group: installation.groups > 0,
    people: installation.invitations > 0 || installation.people > 1,
  };
  const next = FIRST_STEPS.find((name) => !isDone[name]);
  return FIRST_STEPS.map((name) => ({
    name,
    state: isDone[name] ? 'done' : name === next ? 'now' : 'later',
  }));
}

/** What the first steps show. */
export interface FirstStepsView {
  readonly installation: Installation;
  readonly steps: readonly FirstStep[];
  /** When the last backup was made, null when none is known; and whether it is of these days. */
  readonly backup: { readonly at: Date | null; readonly isRecent: boolean };
  readonly now: Date;
}
