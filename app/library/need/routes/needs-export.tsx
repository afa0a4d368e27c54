import { listDataNeedsOf } from '#db/library/need/data-need-lists.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { needCsv } from '#shared/library/need/need-table.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { csvAnswer } from '../csv-answer.server.ts';
import type { Route } from './+types/needs-export';

/** [DN11] The needs of an experiment as a file; contacts for those inside only. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { experiment } = await requireExperiment(context, params.experimentation, 'need.read');
  const needs = await listDataNeedsOf(context.get(servicesContext).db, experiment);
  return csvAnswer(needCsv(needs), words.csvName(experiment.title));
}
