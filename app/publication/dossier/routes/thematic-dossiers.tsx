import { Form, Link } from 'react-router';
import { listThemes } from '#db/programme/season/seasons.ts';
import { createDossier, listDossiers } from '#db/publication/dossier/thematic-dossiers.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { answer, field, readTyped } from '../../../programme/experiment/answer.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { DossierBadge } from '../dossier-badge.tsx';
import { TitleAndTheme } from '../dossier-fields.tsx';
import type { Route } from './+types/thematic-dossiers';

export const handle = frameHandle({
  crumbs: () => [
    { href: sheetPaths.sheets(), label: useCaseSheet.title },
    { href: dossierPaths.dossiers(), label: words.title },
  ],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const { db } = context.get(servicesContext);
  const dossiers = await listDossiers(db, { userId });
  if (!dossiers) throw notFound();
  const isDeleted = new URL(request.url).searchParams.get('etat') === 'supprime';
  return { dossiers, themes: await listThemes(db), isDeleted };
}

const FIELDS = {
  'thematicDossier.titleMissing': 'title',
  'thematicDossier.titleTooLong': 'title',
  'thematicDossier.themeMissing': 'themeId',
} as const;

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const typed = readTyped(await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const fields = { title: field(typed, 'title'), themeId: field(typed, 'themeId'), introduction: '' };
  const made = await createDossier(db, { dossierId: newId(), typed: fields, userId, now: now() });
  const to = made.ok ? `${dossierPaths.dossier(made.value)}?etat=cree` : '';
  return answer(made, { to, typed, fields: FIELDS });
}

export default function ThematicDossiers({ loaderData, actionData }: Route.ComponentProps) {
  const { dossiers, themes, isDeleted } = loaderData;
  const { columns } = words;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, useCaseSheet.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <a className="btn" href={dossierPaths.publicDossiers()}>
          {words.publicList}
        </a>
      </div>
      {isDeleted && !actionData && <Notice kind="success">{words.deleted}</Notice>}
      <div className="cols">
        {dossiers.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <div className="tablewrap">
            <table className="records">
              <caption className="vh">{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col" className="w-[45%]">
                    {columns.title}
                  </th>
                  <th scope="col">{columns.theme}</th>
                  <th scope="col">{columns.state}</th>
                  <th scope="col">{columns.changed}</th>
                </tr>
              </thead>
              <tbody>
                {dossiers.map(({ id, title, theme, state, count, updatedAt }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={dossierPaths.dossier({ id, title })}>{title}</Link>
                      <small>{words.items(count)}</small>
                    </th>
                    <td data-l={columns.theme}>
                      <ThemeChip theme={theme} />
                    </td>
                    <td data-l={columns.state}>
                      <DossierBadge state={state} />
                    </td>
                    <td data-l={columns.changed}>{dates.short(updatedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <aside aria-labelledby="commencer">
          <section className="plate">
            <h2 id="commencer">{words.begin}</h2>
            <Form method="post" noValidate>
              <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
              <TitleAndTheme themes={themes} errors={actionData?.errors} values={actionData?.values ?? {}} />
              <button className="btn primary mt-4" type="submit">
                {words.beginNow}
              </button>
            </Form>
          </section>
        </aside>
      </div>
    </main>
  );
}
