import { findLastImport } from '#db/programme/territory/city-import-undo.ts';
import { programmeListSource } from '#db/programme/territory/programme-list.ts';
import { findVintage } from '#db/programme/territory/register.ts';
import { listCities } from '#db/programme/territory/territories.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { listingOf } from '#shared/programme/territory/city-list.ts';
import type { CsvTable } from '#shared/programme/territory/city-table.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { CityFileForm } from '../city-file-form.tsx';
import { readCityUpload } from '../city-upload.server.ts';
import { CurrentList } from '../current-list.tsx';
import { ImportReport } from '../import-report.tsx';
import { importViewOf } from '../import-view.server.ts';
import { hasReport, type ImportView } from '../import-view.ts';
import { LastImport } from '../last-import.tsx';
import { ProgrammeListForm } from '../programme-list-form.tsx';
import type { Route } from './+types/administration-territories';

const words = territory.admin;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationCities(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'territories.import');
  const { db } = context.get(servicesContext);
  const { shown, laterCities } = listingOf(await listCities(db), { query: '', region: '', withLater: false });
  const [vintage, last] = await Promise.all([findVintage(db), findLastImport(db)]);
  return { ...shown, laterCities, vintage, last, source: programmeListSource };
}

export async function action({ request, context }: Route.ActionArgs): Promise<ImportView> {
  const { id: userId } = requirePlatform(context, 'territories.import');
  const { territories, operations, log } = context.get(servicesContext);
  const upload = await readCityUpload(request);
  if (!upload.ok) return { state: 'unread', error: words[upload.error] };
  const list = upload.value;
  if ('undo' in list) return undo(context, { userId, importId: list.undo });
  const read = list.bytes && (await territories.read(list.bytes));
  if (read && !read.ok) return importViewOf(read, list);
  if (!list.isConfirmed)
    return importViewOf(
      await (read ? territories.preview(read.table) : territories.previewProgramme()),
      list,
    );
  const done = read
    ? await operations.run('cities.import', { userId }, { table: cellsOf(read.table) })
    : await operations.run('cities.importProgramme', { userId }, {});
  if (!done.ok) throw notFound();
  if (done.value.ok) log.info({ by: userId, count: done.value.value.counts }, 'cities imported');
  return importViewOf(done.value, list);
}

/** [T13] */
async function undo(
  context: Route.ActionArgs['context'],
  { userId, importId }: { userId: string; importId: string },
): Promise<ImportView> {
  const undone = await context
    .get(servicesContext)
    .operations.run('cities.undoImport', { userId }, { importId });
  if (undone.ok)
    throw goOn(context, { to: paths.administrationCities(), said: words.undone, focus: 'current' });
  if (undone.error !== 'cityImport.notLast' && undone.error !== 'cityImport.inUse') throw notFound();
  return { state: 'notUndone', error: territory.errors[undone.error] };
}

const cellsOf = ({ header, rows }: CsvTable) => ({
  header: [...header],
  rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
});

export default function AdministrationTerritories({ loaderData, actionData }: Route.ComponentProps) {
  const view = actionData ?? null;
  const { last, source, ...current } = loaderData;
  const error = view && 'error' in view ? view.error : null;
  const isUndo = view?.state === 'notUndone';
  const isEmpty = current.cities + current.laterCities === 0;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="max-w-3xl">
        <ErrorSummary
          title={isUndo ? words.undoRefused : words.summary}
          faults={error ? [{ field: isUndo ? undefined : 'file', message: error }] : []}
          answer={actionData}
        />
        <ProgrammeListForm source={source} isFirst={isEmpty && view?.state !== 'ready'} />
        <CityFileForm error={isUndo ? null : error} isFirst={!isEmpty && view?.state !== 'ready'} />
      </div>
      {view && hasReport(view) && <ImportReport view={view} />}
      {last && <LastImport {...last} />}
      <CurrentList {...current} />
    </main>
  );
}
