import { data, Link, redirectDocument, type ShouldRevalidateFunctionArgs } from 'react-router';
import { listDepartmentNames } from '#db/programme/facilitator/department-facilitators.ts';
import { findSheetAt, isOfSheet } from '#db/publication/adoption/adopted-sheets.ts';
import { listProposals } from '#db/publication/adoption/adoption-proposals.ts';
import { findAdopter, findAdoption, findOwnAdoption } from '#db/publication/adoption/adoptions.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { readAnswers } from '#shared/publication/adoption/feasibility.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { questionsOf } from '../adoption.server.ts';
import { AdoptionForm } from '../adoption-form.tsx';
import { newAdoptionGestures } from '../adoption-gestures.server.ts';
import type { Route } from './+types/new-adoption';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ sheet }) => [
    { href: adoptionPaths.adoptions(), label: words.title },
    { href: adoptionPaths.newAdoption(sheet.address), label: sheet.title },
  ],
});

/** The person, their city and the sheet that the address names; a page that says why, where one of them is missing. */
async function requireNew(context: Route.LoaderArgs['context'], request: Request) {
  const who = { userId: requireMember(context).id, now: context.get(servicesContext).now() };
  const { db } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const sheet = await findSheetAt(db, asked.get('fiche') ?? '');
  if (!sheet) throw notFound();
  if (!sheet.isPublic) throw redirectDocument(sheetPaths.publicSheet(sheet.address));
  const city = await findAdopter(db, who);
  if (!city) throw data(words.errors['adoption.noCity'], { status: 403 });
  if (await isOfSheet(db, { sheetId: sheet.id, organisationId: city.id }))
    throw data(words.errors['adoption.ownSheet'], { status: 403 });
  return { db, who, asked, sheet, city };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, who, asked, sheet, city } = await requireNew(context, request);
  const known = await findOwnAdoption(db, { sheetId: sheet.id, ...who });
  const kept = known && (await findAdoption(db, { adoptionId: known, ...who }));
  const { needs } = sheet.facts;
  return {
    sheet: { title: sheet.title, address: sheet.address },
    city: { name: city.name },
    questions: questionsOf(sheet),
    answers: readAnswers(needs, (field) => asked.get(field)),
    proposals: await listProposals(db, { needs, ...who }),
    department: asked.get('departement') ?? '',
    departments: city.departmentCode ? [] : await listDepartmentNames(db),
    kept: kept ? { id: kept.id, revision: kept.revision } : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { who, sheet } = await requireNew(context, request);
  return act(context, await request.formData(), newAdoptionGestures, { sheet, userId: who.userId });
}

/** A refusal may come from what a colleague kept: the next try is told of it. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function NewAdoption({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, city, questions, answers, proposals, department, departments, kept } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle(sheet.title))}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{words.reproduce}</p>
          <h1 className="break-words">{sheet.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <a className="btn" href={sheetPaths.publicSheet(sheet.address)}>
          {words.toSheet}
        </a>
      </div>
      {kept && (
        <Notice kind="info">
          {words.alreadyKept(city.name)}{' '}
          <Link to={adoptionPaths.adoption({ id: kept.id, title: sheet.title })}>{words.seeKept}</Link>
        </Notice>
      )}
      {(!kept || actionData) && (
        <>
          <p className="muted mb-6">{words.newLead(city.name)}</p>
          <AdoptionForm
            {...questions}
            answers={answers}
            proposals={proposals}
            note=""
            department={department}
            departments={departments}
            seen={kept?.revision ?? 0}
            refused={actionData}
            submit={words.keep}
          />
        </>
      )}
    </main>
  );
}
