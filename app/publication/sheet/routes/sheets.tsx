import { Link } from 'react-router';
import { listSheets } from '#db/publication/sheet/use-case-sheets.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as dossierWords } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ProgrammeTabs } from '../../../programme/programme-tabs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { createSheet } from '../create-sheet.server.ts';
import { isOldSheet } from '../sheet-age.ts';
import { SheetTable } from '../sheet-table.tsx';
import type { Route } from './+types/sheets';

export const handle = frameHandle({ crumbs: () => [{ href: sheetPaths.sheets(), label: words.title }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const sheets = await listSheets(db, { userId: member.id, now: now() });
  return {
    mayCoordinate: canOnPlatform(member.platformRole, 'programme.coordinate'),
    sheets: sheets.map((sheet) => ({
      id: sheet.id,
      title: sheet.title,
      state: sheet.state,
      isOld: isOldSheet(sheet, now()),
      hook: sheet.fields.hook,
      experiments: sheet.experiments,
      publishedAt: sheet.published?.at ?? null,
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = requireMember(context);
  return act(context, await request.formData(), { create: createSheet }, { userId: member.id });
}

export default function Sheets({ loaderData: { sheets, mayCoordinate }, actionData }: Route.ComponentProps) {
  const refused = actionData?.errors[''] ?? actionData?.errors.group;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        <p className="row">
          {mayCoordinate && (
            <Link className="btn" to={dossierPaths.dossiers()}>
              {dossierWords.title}
            </Link>
          )}
          <a className="btn" href={sheetPaths.publicSheets()}>
            {words.publicList}
          </a>
        </p>
      </PageHead>
      <ProgrammeTabs under="experiments" current="sheets" />
      {refused && <Notice kind="danger">{refused}</Notice>}
      {sheets.length === 0 ? (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <Link to={programmePaths.experiments()}>{words.toExperiments}</Link>
        </Empty>
      ) : (
        <>
          <p className="font-semibold mb-4">{words.count(sheets.length)}</p>
          <SheetTable sheets={sheets} />
        </>
      )}
    </main>
  );
}
