import { Form, Link } from 'react-router';
import { listThemes } from '#db/programme/season/seasons.ts';
import { listDossiers } from '#db/publication/dossier/thematic-dossiers.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { RecordTable } from '../../../ui/records/record-table.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { DossierBadge } from '../dossier-badge.tsx';
import { TitleAndTheme } from '../dossier-fields.tsx';
import { newDossierGestures } from '../dossier-gestures.server.ts';
import type { Route } from './+types/thematic-dossiers';

export const handle = frameHandle({
  crumbs: () => [
    { href: sheetPaths.sheets(), label: useCaseSheet.title },
    { href: dossierPaths.dossiers(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const { db } = context.get(servicesContext);
  const dossiers = await listDossiers(db, { userId });
  if (!dossiers) throw notFound();
  return { dossiers, themes: await listThemes(db) };
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.coordinate');
  return act(context, await request.formData(), newDossierGestures, {});
}

export default function ThematicDossiers({ loaderData, actionData }: Route.ComponentProps) {
  const { dossiers, themes } = loaderData;
  const { columns } = words;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, useCaseSheet.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        <a className="btn" href={dossierPaths.publicDossiers()}>
          {words.publicList}
        </a>
      </PageHead>
      <div className="cols">
        {dossiers.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <RecordTable
            caption={words.caption}
            columns={[columns.title, columns.theme, columns.state, columns.changed]}
            first="w-[45%]"
          >
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
          </RecordTable>
        )}
        <aside aria-labelledby="commencer">
          <section className="plate">
            <h2 id="commencer">{words.begin}</h2>
            <Form method="post" noValidate>
              <input type="hidden" name="intent" value="create" />
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
