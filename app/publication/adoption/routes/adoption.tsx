import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { findBoardForMember } from '#db/boards/boards.ts';
import {
  listDepartmentNames,
  listFacilitatorsOfDepartment,
} from '#db/programme/facilitator/department-facilitators.ts';
import { findPlanBoard } from '#db/publication/adoption/adoption-boards.ts';
import { listAdoptionSteps } from '#db/publication/adoption/adoptions.ts';
import { listSimilarCities } from '#db/publication/adoption/similar-cities.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { changedNeeds } from '#shared/publication/adoption/changed-needs.ts';
import { verdictOf } from '#shared/publication/adoption/feasibility.ts';
import { whomToAsk } from '#shared/publication/adoption/whom-to-ask.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gestureOf } from '../../../kernel/gesture.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { listBoardGroups, questionsOf, requireAdoption } from '../adoption.server.ts';
import { AdoptionForm } from '../adoption-form.tsx';
import { adoptionGestures } from '../adoption-gestures.server.ts';
import { BoardPlate } from '../board-panel.tsx';
import { ChangedNote } from '../changed-note.tsx';
import { InterestPlate } from '../interest-panel.tsx';
import { KnownFacilitators } from '../known-facilitators.tsx';
import { SimilarCities } from '../similar-cities.tsx';
import { VerdictNote } from '../verdict.tsx';
import { WhomToAsk } from '../whom-to-ask.tsx';
import type { Route } from './+types/adoption';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ adoption }) => [
    { href: adoptionPaths.adoptions(), label: words.title },
    {
      href: adoptionPaths.adoption({ id: adoption.id, title: adoption.sheet.title }),
      label: adoption.sheet.title,
    },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, adoption } = await requireAdoption(context, params.reprise);
  const { db, now } = context.get(servicesContext);
  const who = { userId: member.id, now: now() };
  const { sheet, city, answers, departmentCode, role } = adoption;
  const { facts, blocks: _blocks, ...shown } = sheet;
  return {
    adoption: { ...adoption, sheet: shown },
    mayWrite: canInAdoption(role, 'check.write') && sheet.isPublic,
    questions: questionsOf(sheet),
    verdict: verdictOf(facts.needs, answers),
    asks: whomToAsk(facts.needs, answers),
    changed: changedNeeds(adoption.needs, facts.needs),
    steps: await listAdoptionSteps(db, adoption.id),
    similar: await listSimilarCities(db, adoption),
    plan: {
      mayMake: canInAdoption(role, 'board.make'),
      hasBoard: (await findPlanBoard(db, adoption)) !== null,
      board: adoption.boardId ? await findBoardForMember(db, { boardId: adoption.boardId, ...who }) : null,
      ...(await listBoardGroups(context, member.id)),
    },
    departments: city.departmentCode ? [] : await listDepartmentNames(db),
    facilitators: departmentCode ? await listFacilitatorsOfDepartment(db, departmentCode) : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, adoption } = await requireAdoption(context, params.reprise);
  const sent = await request.formData();
  const gesture = gestureOf(sent, adoptionGestures);
  const { sheet, role, id } = adoption;
  // Whoever coordinates reads the check of another city: theirs it would be that they keep.
  if (gesture === adoptionGestures.save && !canInAdoption(role, 'check.write')) throw forbidden();
  const page = { adoption: { id, title: sheet.title }, sheet, userId: member.id };
  return act(context, sent, adoptionGestures, page);
}

/** A refusal may come from what a colleague kept: the next try is told of it. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function Adoption({ loaderData, actionData }: Route.ComponentProps) {
  const { adoption, mayWrite, questions, verdict, asks, changed, steps } = loaderData;
  const { sheet, city, updatedAt, updatedBy, sheetPublishedAt } = adoption;
  const refusedOf = (form: string) => (actionData?.values.form === form ? actionData : undefined);
  const refusedSave = refusedOf('save');
  return (
    <main id="contenu">
      <title>{frame.pageTitle(sheet.title, city.name, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{words.checkOf(city.name)}</p>
          <h1 className="break-words">{sheet.title}</h1>
          <p className="muted small">
            {words.kept(dates.short(updatedAt), updatedBy ?? words.someone)}{' '}
            {words.onPublication(dates.short(sheetPublishedAt))}
          </p>
        </div>
        {sheet.isPublic && (
          <a className="btn" href={sheetPaths.publicSheet(sheet.address)}>
            {words.toSheet}
          </a>
        )}
      </div>
      {!sheet.isPublic && <Notice kind="warning">{words.gone}</Notice>}
      {changed && sheet.isPublic && <ChangedNote changed={changed} />}
      <div className="cols">
        <div className="stack-lg">
          <section className="plate" aria-labelledby="reponse">
            <h2 id="reponse">{words.result}</h2>
            <VerdictNote verdict={verdict} />
            <WhomToAsk asks={asks}>
              <KnownFacilitators facilitators={loaderData.facilitators} />
            </WhomToAsk>
            <h3 className="mt-6">{words.note}</h3>
            <p className="mt-1 whitespace-pre-line break-words">{adoption.note || words.noNote}</p>
          </section>
          {mayWrite && (
            <details
              key={adoption.revision}
              className="plate"
              open={refusedSave !== undefined || verdict.kind === 'unanswered'}
            >
              <summary>{words.edit}</summary>
              <AdoptionForm
                {...questions}
                answers={adoption.answers}
                proposals={[]}
                note={adoption.note}
                department={adoption.departmentCode ?? ''}
                departments={loaderData.departments}
                seen={adoption.revision}
                refused={refusedSave}
                submit={words.save}
              />
            </details>
          )}
        </div>
        <aside className="stack-lg" aria-label={words.interest}>
          <InterestPlate interest={adoption.interest} steps={steps} refused={refusedOf('move')} />
          <BoardPlate {...loaderData.plan} refused={refusedOf('board')} />
          <SimilarCities
            cities={loaderData.similar}
            writeAt={sheet.isPublic ? sheetPaths.letter(sheet.address) : null}
          />
        </aside>
      </div>
    </main>
  );
}
