import { THEME_KEYS, type ThemeKey } from '#shared/people/group/theme.ts';
import { EXPERIMENT_STATES, type ExperimentState } from '#shared/programme/experiment/experiment.ts';

/** What an address asks of the list of experiments; null for what it does not ask. */
export interface ListFilter {
  readonly query: string | null;
  readonly theme: ThemeKey | null;
  readonly state: ExperimentState | null;
  readonly organisationId: string | null;
  readonly regionCode: string | null;
}

/** Reads an address; whatever nobody knows is not asked. Total. */
export function readFilter(asked: URLSearchParams): { filter: ListFilter; page: number } {
  const given = (name: string) => asked.get(name)?.trim().slice(0, 100) || null;
  const page = Number(asked.get('page'));
  return {
    filter: {
      query: given('texte'),
      theme: THEME_KEYS.find((key) => key === given('theme')) ?? null,
      state: EXPERIMENT_STATES.find((state) => state === given('etat')) ?? null,
      organisationId: given('organisme'),
      regionCode: given('region'),
    },
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}
