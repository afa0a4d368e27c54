import { data } from 'react-router';
import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { listMessages } from '#db/programme/assessment/assessment-messages.ts';
import { findAssessment } from '#db/programme/assessment/assessment-pages.ts';
import { listPossibleAssessors } from '#db/programme/assessment/assessments.ts';
import { listOpinions } from '#db/programme/assessment/expert-opinions.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { refuseBy } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AskCorrection } from '../../application/ask-correction.tsx';
import { CorrectionNote } from '../../application/correction-note.tsx';
import { AnswerList } from '../answer-list.tsx';
import { readAnswers } from '../answer-text.ts';
import { assessmentGestures, keepDraft } from '../assessment-gestures.server.ts';
import { AssessorsPanel } from '../assessors-panel.tsx';
import { Discussion, Opinions, RecusalForm } from '../exchanges.tsx';
import { MarksForm } from '../marks-form.tsx';
import type { Route } from './+types/assessment';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ file }) => [
    { href: programmePaths.assigned(), label: words.title },
    { href: programmePaths.assessment(file.application), label: file.application.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = { applicationId: idOfSegment(params.candidature) ?? '', userId, now: now() };
  const file = await findAssessment(db, asked);
  if (!file) throw notFound();
  const { access, isDecided } = file;
  const mayCorrect = (access.mayMark || access.mayManage) && !isDecided;
  const corrections = mayCorrect ? await listCorrections(db, asked) : [];
  const correction = corrections.find(({ closedAt }) => closedAt === null) ?? null;
  const isCorrectionOver = correction !== null && correction.until <= asked.now;
  const active = file.assessors.filter(({ removedAt }) => !removedAt).map((one) => one.userId);
  return {
    file,
    correction,
    isCorrectionOver,
    mayCorrect: mayCorrect && (file.application.status === 'submitted' || isCorrectionOver),
    messages: await listMessages(db, asked),
    opinions: await listOpinions(db, asked),
    possible: access.mayManage
      ? (await listPossibleAssessors(db)).flatMap(({ userId: id, name }) =>
          active.includes(id) ? [] : [{ userId: id, name }],
        )
      : [],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const applicationId = idOfSegment(params.candidature) ?? '';
  const file = await findAssessment(db, { applicationId, userId, now: at });
  if (!file) throw notFound();
  const { application } = file;
  const page = { application, criteria: application.call.criteria, userId };
  const sent = await request.formData();
  if (isDraft(sent)) {
    const { saved } = await keepDraft(context, page, sent);
    return saved.ok ? { errors: {}, savedAt: at } : refuseBy(saved, { form: 'save' });
  }
  const { data: refused, init } = await act(context, sent, assessmentGestures, page);
  return data({ ...refused, reopened: sent.getAll('fields').map(String) }, init ?? undefined);
}

/** What is kept after each pause of whoever writes leaves the page where it is. */
function isDraft(sent: FormData): boolean {
  const intents = sent.getAll('intent');
  return intents.length === 1 && intents[0] === 'save';
}

/** What is said above the page of a refusal, by its form; of all others that nothing was done. */
const TITLES: Readonly<Partial<Record<string, string>>> = {
  give: words.faults,
  askCorrection: words.notAsked,
};

export default function Assessment({ loaderData, actionData }: Route.ComponentProps) {
  const { file, messages, opinions, possible, correction, mayCorrect } = loaderData;
  const { application, access, own, form, answers, isDecided } = file;
  const { criteria } = application.call;
  const errors: Readonly<Partial<Record<string, string>>> = actionData?.errors ?? {};
  const refused = actionData && 'reopened' in actionData ? actionData : null;
  const isAsking = refused?.values.form === 'askCorrection';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(application.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">
            {application.number} · {application.organisation.name}
          </p>
          <h1 className="break-words">{application.title}</h1>
          {application.isLate && <p className="muted">{words.lateApplication}</p>}
        </div>
      </div>
      <ErrorSummary
        title={refused ? (TITLES[refused.values.form] ?? words.refused) : words.faults}
        faults={faultsOf(errors)}
        answer={actionData}
      />
      {correction && (
        <CorrectionNote correction={correction} form={form} isOver={loaderData.isCorrectionOver} />
      )}
      {isDecided && <Notice kind="info">{words.closed}</Notice>}
      {own?.givenAt && own.score !== null && !own.isOutdated && (
        <Notice kind="success">{words.given(own.givenAt, words.score(own.score))}</Notice>
      )}
      {own?.isOutdated && <Notice kind="warning">{words.outdated}</Notice>}
      <div className="cols">
        <div>
          <MarksForm
            criteria={criteria}
            answersOf={criteria.map((_, index) => readAnswers(form, answers, index + 1))}
            own={isDecided ? null : own}
            errors={errors}
          />
          <details className="plate mt-6">
            <summary>{words.otherAnswers}</summary>
            <AnswerList answers={readAnswers(form, answers, null)} />
          </details>
          {mayCorrect && (
            <AskCorrection
              form={form}
              {...(isAsking && { typed: refused.values, reopened: refused.reopened })}
            />
          )}
        </div>
        <aside className="stack-lg" aria-label={words.file}>
          {(access.mayMark || access.mayManage) && (
            <AssessorsPanel
              assessors={file.assessors}
              recusals={file.recusals}
              summary={file.summary}
              byCriterion={file.byCriterion}
              criteria={criteria}
              possible={isDecided ? [] : possible}
              mayManage={access.mayManage && !isDecided}
              isBlind={access.mayMark && !access.maySeeMarks}
              error={errors.assessorId}
            />
          )}
          {(access.mayMark || access.mayManage) && (
            <Discussion messages={messages} mayDiscuss={access.mayDiscuss} errors={errors} />
          )}
          <Opinions
            opinions={opinions}
            mayAsk={access.mayManage && !isDecided}
            mayAdvise={access.mayAdvise && !isDecided}
            errors={errors}
          />
          {(access.mayMark || access.mayManage) && !isDecided && <RecusalForm errors={errors} />}
        </aside>
      </div>
    </main>
  );
}
