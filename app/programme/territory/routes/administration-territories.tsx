import { findVintage } from '#db/programme/territory/register.ts';
import { listCities } from '#db/programme/territory/territories.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { listingOf } from '#shared/programme/territory/city-list.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { CityFileForm } from '../city-file-form.tsx';
import { readCityUpload } from '../city-upload.server.ts';
import { CurrentList } from '../current-list.tsx';
import { ImportReport } from '../import-report.tsx';
import { importViewOf } from '../import-view.server.ts';
import { hasReport, type ImportView } from '../import-view.ts';
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
  return { ...shown, laterCities, vintage: await findVintage(db) };
}

export async function action({ request, context }: Route.ActionArgs): Promise<ImportView> {
  const member = requirePlatform(context, 'territories.import');
  const { territories, log } = context.get(servicesContext);
  const upload = await readCityUpload(request);
  if (!upload.ok) return { state: 'unread', error: words[upload.error] };
  const { bytes, isConfirmed } = upload.value;
  const decision = await (isConfirmed ? territories.import(bytes) : territories.preview(bytes));
  if (isConfirmed && decision.ok)
    log.info({ by: member.id, count: decision.value.counts }, 'cities imported');
  return importViewOf(decision, upload.value);
}

export default function AdministrationTerritories({ loaderData, actionData }: Route.ComponentProps) {
  const view = actionData ?? null;
  const error = view && 'error' in view ? view.error : null;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      <div className="max-w-3xl">
        <ErrorSummary
          title={words.summary}
          faults={error ? [{ field: 'file', message: error }] : []}
          answer={actionData}
        />
        <CityFileForm error={error} isFirst={view?.state !== 'ready'} />
      </div>
      {view && hasReport(view) && <ImportReport view={view} />}
      <CurrentList {...loaderData} />
    </main>
  );
}
