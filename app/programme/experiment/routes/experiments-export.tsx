import { data } from 'react-router';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentFacts } from '#shared/programme/experiment/experiment-facts.fr.ts';
import { EXPERIMENT_FACTS, FACT_KEYS } from '#shared/programme/experiment/experiment-facts.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { csvAnswer } from '../csv-answer.server.ts';
import { readFilter } from '../list-filter.ts';
import type { Route } from './+types/experiments-export';

const FILED = FACT_KEYS.filter((key) => EXPERIMENT_FACTS[key].inFile);

/** The list as it is filtered, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const { filter } = readFilter(new URL(request.url).searchParams);
  const { experiments } = await listExperiments(db, { userId: member.id, now: now(), filter, size: 5_000 });
  const { columns } = experimentPage;
  const rows = experiments.map(({ theme, season, state, cities, ...facts }) => [
    facts.title,
    theme.name,
    season,
    words.states[state],
    ...FILED.map((key) => String(facts[key] ?? '')),
    cities.find(({ isLead }) => isLead)?.name ?? '',
    cities.map(({ name }) => name).join(', '),
  ]);
  const heads = [
    columns.title,
    columns.theme,
    columns.season,
    columns.state,
    ...FILED.map((key) => experimentFacts[key].label),
    columns.lead,
    columns.cities,
  ];
  return csvAnswer([heads, ...rows], experimentPage.csvName);
}

export function action() {
  throw data(null, { status: 405 });
}
