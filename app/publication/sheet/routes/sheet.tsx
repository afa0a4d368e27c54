import { FileText } from 'lucide-react';
import { Link, redirect, redirectDocument } from 'react-router';
import {
  addExperiment,
  listAddable,
  removeExperiment,
} from '#db/publication/sheet/use-case-sheet-experiments.ts';
import { readSheetFacts } from '#db/publication/sheet/use-case-sheet-facts.ts';
import { moveSheet } from '#db/publication/sheet/use-case-sheet-states.ts';
import { editSheet, listSheetSteps } from '#db/publication/sheet/use-case-sheets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { paths } from '#shared/paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { SHEET_STATES, type SheetRole } from '#shared/publication/sheet/sheet-state.ts';
import { sheetVisa as visaWords } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { DATA_USES } from '#shared/publication/sheet/use-case-sheet.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { choiceOf } from '../../../kernel/refusal.server.ts';
import { answer, field, readTyped } from '../../../programme/experiment/answer.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { requireSheet } from '../sheet.server.ts';
import { isOldSheet } from '../sheet-age.ts';
import { SheetExperimentsPlate } from '../sheet-experiments-panel.tsx';
import { SheetFactsPlate } from '../sheet-facts-panel.tsx';
import { boxOf, SheetForm } from '../sheet-form.tsx';
import { SheetStatePlate } from '../sheet-state-panel.tsx';
import { SheetVisasPlate } from '../sheet-visas-panel.tsx';
import { askVisa, loadVisas, textToPublish } from '../visas.server.ts';
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

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, sheet } = await requireInside({ context, params });
  const { db, now, origin } = context.get(servicesContext);
  const { fields } = sheet;
  return {
    sheet,
    facts: await readSheetFacts(db, { experimentIds: sheet.experiments.map(({ id }) => id), fields }),
    steps: await listSheetSteps(db, sheet.id),
    addable: canWrite(sheet) ? await listAddable(db, { userId: member.id, now: now() }) : null,
    visas: await loadVisas(context, sheet, member.organisation?.id ?? null),
    isOld: isOldSheet(sheet, now()),
    origin,
    news: new URL(request.url).searchParams.get('etat'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, sheet } = await requireInside({ context, params });
  const typed = readTyped(await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const change = { sheetId: sheet.id, userId: member.id, now: now() };
  const page = sheetPaths.sheet(sheet);
  const intent = choiceOf(typed.intent, ['fields', 'add', 'remove', 'visa', 'move']);
  if (intent === 'fields') {
    const fields = {
      hook: field(typed, 'hook'),
      serviceKind: field(typed, 'serviceKind'),
      sizeClass: field(typed, 'sizeClass'),
      uses: DATA_USES.filter((use) => boxOf(use) in typed),
    };
    const edited = await editSheet(db, { ...change, typed: fields });
    return answer(edited, {
      to: `${page}?etat=reperes`,
      typed,
      fields: { 'useCaseSheet.hookTooLong': 'hook' },
    });
  }
  if (intent === 'add' || intent === 'remove') {
    const told = { ...change, experimentId: field(typed, 'experiment') };
    const isAdding = intent === 'add';
    if (isAdding && told.experimentId === '') return redirect(page);
    const done = isAdding ? await addExperiment(db, { ...told, newId }) : await removeExperiment(db, told);
    return answer(done, { to: `${page}?etat=experimentations`, typed });
  }
  if (intent === 'visa') {
    const kind = choiceOf(typed.kind, ['publisher', 'city']);
    const asked = await askVisa(context, { sheet, kind, deadline: field(typed, 'deadline'), by: member.id });
    return answer(asked, { to: `${page}?etat=visa`, typed, fields: VISA_FIELDS });
  }
  const to = choiceOf(typed.to, SHEET_STATES);
  const given = { to, reason: field(typed, 'reason'), seen: seenIn(field(typed, 'seen')), newId };
  const text =
    to === 'published' && sheet.role === 'manager' ? await textToPublish(context, sheet) : undefined;
  const moved = await moveSheet(db, { ...change, ...given, ...(text && { text }) });
  const fields = { 'useCaseSheet.reasonMissing': 'reason', 'useCaseSheet.textTooLong': 'reason' } as const;
  return answer(moved, { to: `${page}?etat=change`, typed, fields });
}

const canWrite = ({ role }: { role: SheetRole }) => role === 'manager' || role === 'writer';

const VISA_FIELDS = {
  'review.deadlineInvalid': 'deadline',
  'review.deadlinePast': 'deadline',
  'review.deadlineTooFar': 'deadline',
} as const;

export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, facts, steps, addable, visas, isOld, origin, news } = loaderData;
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
      {news === 'reperes' && !actionData && <Notice kind="success">{words.saved}</Notice>}
      {news === 'change' && !actionData && (
        <Notice kind="success">{words.stateChanged(words.states[sheet.state])}</Notice>
      )}
      {news === 'experimentations' && !actionData && <Notice kind="success">{words.told.changed}</Notice>}
      {news === 'visa' && !actionData && <Notice kind="success">{visaWords.asked}</Notice>}
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
