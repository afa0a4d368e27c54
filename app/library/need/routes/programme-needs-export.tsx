import { listProgrammeNeeds } from '#db/library/need/programme-needs.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { dataNeed } from '#shared/library/need/data-need.fr.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { csvAnswer } from '../csv-answer.server.ts';
import { askedNeeds, filtersOf } from '../programme-filter.server.ts';
import type { Route } from './+types/programme-needs-export';

/** A spreadsheet opens that many without trouble; whoever wants more filters. */
const LINES_MAX = 10_000;

/** [DN7] The list of the programme as a file, as the page filters it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const seenBy = await findExperimentPerson(db, { userId: member.id, now: now() });
  if (!seenBy) throw notFound();
  const filters = { ...filtersOf(askedNeeds(request)), seenBy };
  const { needs } = await listProgrammeNeeds(db, { filters, page: 1, size: LINES_MAX });
  const rows = needs.map((need) => [
    need.wanted,
    need.experiment.title,
    need.cities.map(({ name }) => name).join(', '),
    dataset.producerKinds[need.producerKind],
    need.producerName,
    dataset.accessStatuses[need.accessStatus],
    dataNeed.importances[need.importance],
    dates.iso(need.updatedAt),
  ]);
  return csvAnswer(csvText([words.csvColumns, ...rows], 'tableur'), words.csvName);
}
