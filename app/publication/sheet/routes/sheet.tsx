import { FileText } from 'lucide-react';
import { Link, redirectDocument } from 'react-router';
import { listAddable } from '#db/publication/sheet/use-case-sheet-experiments.ts';
import { readSheetFacts } from '#db/publication/sheet/use-case-sheet-facts.ts';
import { listSheetSteps } from '#db/publication/sheet/use-case-sheets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { SheetRole } from '#shared/publication/sheet/sheet-state.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { loadPhoto, putPhoto } from '../photo.server.ts';
import { requireSheet } from '../sheet.server.ts';
import { isOldSheet } from '../sheet-age.ts';
import { SheetExperimentsPlate } from '../sheet-experiments-panel.tsx';
import { SheetFactsPlate } from '../sheet-facts-panel.tsx';
import { SheetForm } from '../sheet-form.tsx';
import { sheetGestures } from '../sheet-gestures.server.ts';
import { SheetPhotoPlate } from '../sheet-photo-panel.tsx';
import { SheetStatePlate } from '../sheet-state-panel.tsx';
import { SheetVisasPlate } from '../sheet-visas-panel.tsx';
import { loadVisas } from '../visas.server.ts';
import type { Route } from './+types/sheet';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ sheet }) => [
    { href: sheetPaths.sheets(), label: words.title },
    { href: sheetPaths.sheet(sheet), label: sheet.title },
  ],
});

/** Whoever is not inside reads what the public reads, where the public reads it, and sends nothing here. */
async function requireInside({ context, params }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const found = await requireSheet(context, params.fiche);
  const { role, published } = found.sheet;
  if (role === 'reader' && published) throw redirectDocument(sheetPaths.publicSheet(published.address));
  return found;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, sheet } = await requireInside({ context, params });
  const { db, env, now, origin } = context.get(servicesContext);
  const { fields } = sheet;
  return {
    sheet,
    facts: await readSheetFacts(db, { experimentIds: sheet.experiments.map(({ id }) => id), fields }),
    steps: await listSheetSteps(db, sheet.id),
    addable: canWrite(sheet) ? await listAddable(db, { userId: member.id, now: now() }) : null,
    visas: await loadVisas(context, sheet, member.organisation?.id ?? null),
    photo: await loadPhoto(context, { member, sheet }),
    megabytes: env.UPLOAD_MAX_MB,
    isOld: isOldSheet(sheet, now()),
    origin,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const page = await requireInside({ context, params });
  const isFile = request.headers.get('content-type')?.startsWith('multipart/') === true;
  return isFile
    ? putPhoto(context, page, request)
    : act(context, await request.formData(), sheetGestures, page);
}

const canWrite = ({ role }: { role: SheetRole }) => role === 'manager' || role === 'writer';

export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, facts, steps, addable, visas, photo, megabytes, isOld, origin } = loaderData;
  const address = sheet.published && sheetPaths.publicSheet(sheet.published.address);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(sheet.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <h1 className="break-words">{sheet.title}</h1>
          {sheet.fields.hook && <p className="lead break-words">{sheet.fields.hook}</p>}
        </div>
        <Link className="btn primary" to={paths.document({ id: sheet.documentId, title: sheet.title })}>
          <FileText className="icon" aria-hidden="true" />
          {words.openText}
        </Link>
      </div>
      <div className="cols">
        <div className="stack-lg">
          {facts && (
            <SheetFactsPlate
              facts={facts}
              experiments={sheet.experiments}
              isInside={sheet.role !== 'reader'}
            />
          )}
          {addable && <SheetForm key={steps.length} fields={sheet.fields} refused={actionData} />}
          <SheetPhotoPlate
            photo={photo}
            mayChange={addable !== null}
            megabytes={megabytes}
            refused={actionData}
          />
          {addable && (
            <SheetExperimentsPlate told={sheet.experiments} addable={addable} refused={actionData} />
          )}
        </div>
        <aside className="stack-lg" aria-label={words.state}>
          <SheetStatePlate
            sheet={sheet}
            isOld={isOld}
            isReady={visas.isReady}
            steps={steps}
            refused={actionData}
          />
          <SheetVisasPlate sheet={sheet} {...visas} refused={actionData} />
          {address && (
            <section className="plate" aria-labelledby="public-address">
              <h2 id="public-address">{words.publicAddress}</h2>
              <p className="mt-2">
                <a className="break-all" href={address}>
                  {origin + address}
                </a>
              </p>
            </section>
          )}
        </aside>
      </div>
    </main>
  );
}
