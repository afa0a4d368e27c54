import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { errorsCsv } from '#shared/library/dataset/errors-csv.ts';
import { memberContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { requireCheck } from '../dataset.server.ts';
import type { Route } from './+types/check-errors';

/** [DS9] The errors of a report as a CSV file, for the members of its group. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { check } = await requireCheck(context, params.controle);
  if (!check.report) throw notFound();
  const csv = errorsCsv(check.report.faults, words.csv.header, (fault) => ({
    severity: words.severities[fault.severity],
    sentence: words.fault(fault),
  }));
  const name = encodeURIComponent(words.csv.fileName(check.fileName));
  return madeFile(csv, `attachment; filename*=UTF-8''${name}`);
}
