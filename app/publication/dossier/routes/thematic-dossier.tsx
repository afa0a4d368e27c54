import { frame } from '#shared/kernel/frame.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { AddItem } from '../add-item.tsx';
import { loadDossier, requireDossier } from '../dossier.server.ts';
import { DossierForm } from '../dossier-form.tsx';
import { dossierGestures } from '../dossier-gestures.server.ts';
import { DossierItems } from '../dossier-items.tsx';
import { DossierPublication } from '../dossier-publication.tsx';
import type { Route } from './+types/thematic-dossier';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ dossier }) => [
    { href: sheetPaths.sheets(), label: useCaseSheet.title },
    { href: dossierPaths.dossiers(), label: words.title },
    { href: dossierPaths.dossier(dossier), label: dossier.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const dossier = await requireDossier(context, params.dossier);
  return { dossier, ...(await loadDossier(context, dossier)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id, title } = await requireDossier(context, params.dossier);
  return act(context, await request.formData(), dossierGestures, { dossier: { id, title } });
}

export default function ThematicDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, themes, choices, steps, origin } = loaderData;
  const { items, revision } = dossier;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(dossier.title, words.title)}</title>
      <div className="head">
        <h1 className="break-words min-w-0">{dossier.title}</h1>
      </div>
      <div className="cols">
        <div className="stack-lg">
          <DossierForm dossier={dossier} themes={themes} refused={actionData} />
          <DossierItems items={items} revision={revision} refused={actionData} />
          <AddItem key={items.length} choices={choices} revision={revision} refused={actionData} />
        </div>
        <aside className="stack-lg" aria-label={words.publication}>
          <DossierPublication dossier={dossier} origin={origin} steps={steps} refused={actionData} />
        </aside>
      </div>
    </main>
  );
}
