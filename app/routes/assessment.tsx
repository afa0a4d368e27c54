import { listMessages } from '#db/assessment-messages.ts';
import { findAssessment } from '#db/assessment-pages.ts';
import { listPossibleAssessors } from '#db/assessments.ts';
import { listOpinions } from '#db/expert-opinions.ts';
import { idOfSegment } from '#shared/ids.ts';
import { assessment as words } from '#shared/messages/fr/assessment.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { notFound, requireMember } from '../access.server.ts';
import { AnswerList } from '../assessments/answer-list.tsx';
import { readAnswers } from '../assessments/answer-text.ts';
import { assess } from '../assessments/assess.server.ts';
import { AssessorsPanel } from '../assessments/assessors-panel.tsx';
import { Discussion, Opinions, RecusalForm } from '../assessments/exchanges.tsx';
import { MarksForm } from '../assessments/marks-form.tsx';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { ErrorSummary, faultsOf } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
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
  const active = file.assessors.filter(({ removedAt }) => !removedAt).map((one) => one.userId);
  return {
    file,
    messages: await listMessages(db, asked),
    opinions: await listOpinions(db, asked),
    possible: file.access.mayManage
      ? (await listPossibleAssessors(db)).flatMap(({ userId: id, name }) =>
          active.includes(id) ? [] : [{ userId: id, name }],
        )
      : [],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const applicationId = idOfSegment(params.candidature) ?? '';
  const file = await findAssessment(db, { applicationId, userId, now: now() });
  if (!file) throw notFound();
  const { criteria } = file.application.call;
  return assess(context, { applicationId, userId, criteria }, await request.formData());
}

export default function Assessment({ loaderData, actionData }: Route.ComponentProps) {
  const { file, messages, opinions, possible } = loaderData;
  const { application, access, own, form, answers, isDecided } = file;
  const { criteria } = application.call;
  const errors: Readonly<Partial<Record<string, string>>> = actionData?.errors ?? {};
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
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={actionData} />
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
