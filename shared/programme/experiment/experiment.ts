/** Where an experiment stands. */
export const EXPERIMENT_STATES = ['preparing', 'running', 'suspended', 'ended', 'abandoned'] as const;
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];

/** What a person is in the team of an experiment: the pair is business and data. */
export const TEAM_ROLES = ['business', 'data', 'sponsor', 'other'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
