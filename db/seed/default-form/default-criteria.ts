import type { CallCriterion } from '#shared/programme/call/call.ts';
import criteria from './default-criteria.json' with { type: 'json' };

/** The four criteria of the programme’s text, with the weights that a new call opens with. */
export const defaultCriteria: readonly CallCriterion[] = criteria;
