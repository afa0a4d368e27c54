import { frame } from '#shared/kernel/frame.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { answer, field, readTyped } from '../../../programme/experiment/answer.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { AddItem } from '../add-item.tsx';
import { changeDossier, loadDossier, requireDossier } from '../dossier.server.ts';
import { DossierForm } from '../dossier-form.tsx';
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

const NEWS = ['cree', 'presentation', 'textes', 'publie', 'retire'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { dossier } = await requireDossier(context, params.dossier);
  const state = new URL(request.url).searchParams.get('etat');
  return {
    dossier,
    ...(await loadDossier(context, dossier)),
    news: NEWS.find((known) => known === state) ?? null,
  };
}

const FIELDS = {
  'thematicDossier.titleMissing': 'title',
  'thematicDossier.titleTooLong': 'title',
  'thematicDossier.themeMissing': 'themeId',
  'thematicDossier.introductionTooLong': 'introduction',
  'thematicDossier.itemNotPublished': 'item',
  'thematicDossier.itemTwice': 'item',
  'thematicDossier.lineTooLong': 'line',
} as const;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, dossier } = await requireDossier(context, params.dossier);
  const typed = readTyped(await request.formData());
  const text = (name: string) => field(typed, name);
  const { done, news } = await changeDossier(context, { dossierId: dossier.id, userId: member.id, text });
  const named = done.ok && done.value ? done.value : dossier;
  const page = news === 'supprime' ? dossierPaths.dossiers() : dossierPaths.dossier(named);
  return answer(done, { to: `${page}?etat=${news}`, typed, fields: FIELDS });
}

export default function ThematicDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, themes, choices, steps, origin, news } = loaderData;
  const { items, revision } = dossier;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(dossier.title, words.title)}</title>
      <div className="head">
        <h1 className="break-words min-w-0">{dossier.title}</h1>
      </div>
      {news && !actionData && <Notice kind="success">{words.news[news]}</Notice>}
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
