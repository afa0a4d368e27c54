import { Trash2 } from 'lucide-react';
import { listLinkingCards } from '#db/boards/card/linking-cards.ts';
import { listDestinations } from '#db/boards/destinations.ts';
import { findDataNeed, listNeedSteps } from '#db/library/need/data-need-lists.ts';
import { findAnsweringDatasets, listAnswers } from '#db/library/need/need-datasets.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { typedOf } from '#shared/library/need/data-need.ts';
import { paths } from '#shared/paths.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { AnswerForm } from '../answer-form.tsx';
import { AnswerMark } from '../answer-mark.tsx';
import { NeedFacts } from '../need-facts.tsx';
import { proposedNames } from '../need-form.server.ts';
import { NeedForm } from '../need-form.tsx';
import { needGestures } from '../need-gestures.server.ts';
import { NeedHistory } from '../need-history.tsx';
import { RequestForm, RequestList } from '../need-requests.tsx';
import type { Route } from './+types/experiment-need';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment, need }) => [
    { href: programmePaths.experiments(), label: experimentWords.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentNeeds(experiment), label: words.title },
    { href: paths.experimentNeed(experiment, need), label: need.wanted },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'need.read');
  const { db, now } = context.get(servicesContext);
  const needId = idOfSegment(params.besoin);
  const found = needId && (await findDataNeed(db, experiment, needId));
  const mayWrite = canInExperiment(experiment.role, 'need.write');
  if (!found || (found.isRemoved && !mayWrite)) throw notFound();
  const reader = { userId: member.id, now: now() };
  const { datasetId, ...need } = found;
  const answers = await findAnsweringDatasets(db, { ids: datasetId ? [datasetId] : [], ...reader });
  const to = { kind: 'data-need', id: needRefId(experiment.id, need.id) };
  return {
    experiment,
    need,
    typed: typedOf(need),
    answer: datasetId ? (answers.get(datasetId) ?? ('hidden' as const)) : null,
    mayWrite,
    proposed: mayWrite ? await proposedNames(context) : [],
    choices: mayWrite ? await listAnswers(db, reader) : [],
    places: mayWrite ? await listDestinations(db, { boardId: null, ...reader }) : [],
    cards: await listLinkingCards(db, { to, ...reader }),
    steps: await listNeedSteps(db, { experimentId: experiment.id, needId: need.id }),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  const needId = idOfSegment(params.besoin);
  if (!needId) throw notFound();
  return act(context, await request.formData(), needGestures, { experiment, needId, by: member.id });
}

export default function ExperimentNeed({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, need, typed, answer, mayWrite, proposed, choices, places, cards, steps } = loaderData;
  const errors = actionData?.errors ?? {};
  const form = actionData?.values.form;
  const refused = form === 'save' || form === 'insist' ? actionData : undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(need.wanted, experiment.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{experiment.title}</p>
          <h1 className="break-words" id="need">
            {words.editTitle(need.wanted)}
          </h1>
        </div>
      </div>
      {form === '' && <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={actionData} />}
      {need.isRemoved && (
        <Notice kind="info">
          <div className="row">
            {words.isRemoved}
            <PostButton fields={{ intent: 'restore' }}>{words.restore}</PostButton>
          </div>
        </Notice>
      )}
      <div className="cols">
        <div>
          {mayWrite && !need.isRemoved ? (
            <NeedForm
              key={need.rank}
              known={typed}
              answer={refused}
              proposed={proposed}
              isTwice={form === 'insist'}
              rank={need.rank}
              cancel={programmePaths.experimentNeeds(experiment)}
            />
          ) : (
            <NeedFacts need={need} />
          )}
          <NeedHistory steps={steps} />
        </div>
        <aside className="stack-lg" aria-label={words.answer}>
          <section className="card" aria-labelledby="answer">
            <h2 id="answer" className="mb-3">
              {words.answeredBy}
            </h2>
            <AnswerMark answer={answer} />
            {mayWrite && !need.isRemoved && (
              <AnswerForm
                choices={choices}
                chosen={answer && answer !== 'hidden' ? answer.id : ''}
                error={errors.datasetId}
              />
            )}
          </section>
          <section className="card" aria-labelledby="request">
            <h2 id="request" className="mb-3">
              {words.requests}
            </h2>
            {cards.length > 0 ? <RequestList cards={cards} /> : <p className="muted">{words.noRequests}</p>}
            {mayWrite && !need.isRemoved && (
              <RequestForm
                places={places}
                title={words.askDefault(need.wanted, need.producerName)}
                error={errors.boardId}
              />
            )}
          </section>
          {mayWrite && !need.isRemoved && (
            <PostButton fields={{ intent: 'remove' }} className="btn quiet sm">
              <Trash2 className="icon" aria-hidden="true" />
              {words.remove}
            </PostButton>
          )}
          {!mayWrite && <p className="muted small">{words.readOnly}</p>}
        </aside>
      </div>
    </main>
  );
}
