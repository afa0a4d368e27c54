import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { findSheetOfExperiment, listSheets } from '#db/publication/sheet/use-case-sheets.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as dossierWords } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { ProgrammeTabs } from '../../../programme/programme-tabs.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { makeSheet } from '../sheet.server.ts';
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

const NewSheet = z.object({ experiment: z.string().max(64), group: z.string().max(64).catch('') });

/** [US1] Begins the sheet of an experiment, in one gesture; who comes second is shown the one that is there. */
export async function action({ request, context }: Route.ActionArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const typed = parseForm(NewSheet, await request.formData());
  const { experiment: experimentId, group: groupId } = typed;
  const made = await makeSheet(context, { experimentId, groupId, userId: member.id });
  if (made.ok) throw redirect(sheetPaths.sheet(made.value));
  if (made.error === 'access.notFound') throw notFound();
  if (made.error === 'access.forbidden') throw forbidden();
  const known = await findSheetOfExperiment(db, { experimentId, userId: member.id, now: now() });
  if (known) throw redirect(sheetPaths.sheet(known));
  return refuse({ '': made.error }, typed);
}

export default function Sheets({ loaderData: { sheets, mayCoordinate }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
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
      </div>
      <ProgrammeTabs under="experiments" current="sheets" />
      {actionData?.errors[''] && <Notice kind="danger">{actionData.errors['']}</Notice>}
      {sheets.length === 0 ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
          <Link to={programmePaths.experiments()}>{words.toExperiments}</Link>
        </div>
      ) : (
        <>
          <p className="font-semibold mb-4">{words.count(sheets.length)}</p>
          <SheetTable sheets={sheets} />
        </>
      )}
    </main>
  );
}
