import { data } from 'react-router';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { csvAnswer } from '../csv-answer.server.ts';
import { readFilter } from '../list-filter.ts';
import type { Route } from './+types/experiments-export';

/** The list as it is filtered, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const { filter } = readFilter(new URL(request.url).searchParams);
  const { experiments } = await listExperiments(db, { userId: member.id, now: now(), filter, size: 5_000 });
  const { columns } = experimentPage;
  const rows = experiments.map(({ title, theme, season, state, startsOn, endsOn, cities }) => [
    title,
    theme.name,
    season,
    words.states[state],
    startsOn ?? '',
    endsOn ?? '',
    cities.find(({ isLead }) => isLead)?.name ?? '',
    cities.map(({ name }) => name).join(', '),
  ]);
  const heads = [
    columns.title,
    columns.theme,
    columns.season,
    columns.state,
    experimentPage.fields.startsOn,
    experimentPage.fields.endsOn,
    columns.lead,
    columns.cities,
  ];
  return csvAnswer([heads, ...rows], experimentPage.csvName);
}

export function action() {
  throw data(null, { status: 405 });
}
