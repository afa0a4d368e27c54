import { Link } from 'react-router';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { LEADING_KINDS } from '#db/programme/application/application-creation.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import { findSubmission, formFor } from '#db/programme/application/application-submission.ts';
import { loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { placesNamedIn } from '#shared/programme/application/named-places.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { keepOnDevice } from '../../../kernel/keep.server.ts';
import { readRoom } from '../../../kernel/room-content.server.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { requireApplication } from '../application.server.ts';
import { actOnApplication } from '../application-actions.server.ts';
import { AboutApplication, Withdrawal } from '../application-aside.tsx';
import { ApplicationHistory } from '../application-history.tsx';
import { ApplicationScreen } from '../application-screen.tsx';
import { AskCorrection } from '../ask-correction.tsx';
import { CorrectionNote } from '../correction-note.tsx';
import { ReadView } from '../read-view.tsx';
import { ReceiptPlate } from '../receipt-panel.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { Route } from './+types/application';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ application }) => [
    { href: programmePaths.applications(), label: words.title },
    { href: programmePaths.application(application), label: application.title || words.untitled },
  ],
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { member, application } = await requireApplication(context, params.candidature);
  const { db, now, newId } = context.get(servicesContext);
  const { id: applicationId, access, status, call } = application;
  const of = { applicationId, userId: member.id };
  const room = roomName({ kind: 'application', id: applicationId });
  const [submission, corrections, events] = await Promise.all([
    findSubmission(db, of),
    listCorrections(db, of),
    listApplicationEvents(db, applicationId),
  ]);
  const correction = corrections.find(({ closedAt }) => closedAt === null) ?? null;
  const isCorrectionOver = correction !== null && now() >= correction.until;
  const isWritten = access.room === 'write' && !isCorrectionOver;
  // Of a draft its authors only; of anything else what was submitted.
  const live =
    access.room && (isWritten || !submission) ? await readRoom(context, room, 'application') : null;
  const { form } = submission ?? (await formFor(db, call.id));
  const answers = submission?.answers ?? (live ? answersOf(form, live.value) : {});
  if (access.room)
    keepOnDevice(context, { room, title: application.title || words.untitled, group: call.title });
  const mayShare = status === 'draft' && access.mayLead;
  return {
    application,
    form,
    answers,
    submission: submission && { ...submission, form: null, answers: null },
    correction,
    events,
    isWritten,
    isCorrectionOver,
    live: live && { raw: live.value, seq: live.seq },
    world: await loadFormWorld(db, {
      callId: call.id,
      organisationId: application.organisation.id,
      applicationId,
      named: placesNamedIn(form, answers),
    }),
    window: windowOf(callStateAt({ ...call, publishedAt: call.opensAt }, now())),
    others: mayShare
      ? (await listOrganisations(db)).filter(
          ({ id, kind }) =>
            LEADING_KINDS.includes(kind) &&
            id !== application.organisation.id &&
            !application.coLeads.some((coLead) => coLead.id === id),
        )
      : [],
    me: { id: member.id, name: member.name, organisation: member.organisation },
    key: newId(),
    done: new URL(request.url).searchParams.get('fait'),
  };
}

function windowOf(state: ReturnType<typeof callStateAt>) {
  if (state === 'open') return 'open' as const;
  return state === 'tolerance' ? ('late' as const) : ('closed' as const);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const asked = await requireApplication(context, params.candidature);
  return actOnApplication(context, asked, await request.formData());
}

export default function ApplicationRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { application, form, answers, submission, correction, events, isWritten, live, world, window, me } =
    loaderData;
  const { access, status } = application;
  const title = application.title || words.untitled;
  const done = doneWords(loaderData.done, submission?.number ?? '');
  return (
    <main id="contenu" key={application.id}>
      <title>{frame.pageTitle(title, words.title)}</title>
      <div className="head">
        <div>
          <p className="over">
            <Link to={programmePaths.applications()}>{words.title}</Link>
          </p>
          <h1>{title}</h1>
          <p className="row">
            <StatusBadge status={status} />
            {application.isLate && (
              <span className="badge warning" title={words.lateWhy}>
                {words.late}
              </span>
            )}
            <span className="muted">
              {application.organisation.name} · {words.closes} {dates.exact(application.call.closesAt)}
            </span>
          </p>
        </div>
      </div>
      {done && <Notice kind="success">{done}</Notice>}
      <ErrorSummary
        title={words.submit.refused}
        faults={actionData?.error ? [{ message: actionData.error }] : []}
        answer={actionData}
      />
      {status === 'withdrawn' && <Notice kind="warning">{words.withdrawnNote}</Notice>}
      {correction && (
        <CorrectionNote correction={correction} form={form} isOver={loaderData.isCorrectionOver} />
      )}
      {status === 'decided' && access.room && (
        <p className="mb-4">
          <Link className="btn" to={programmePaths.announcedDecision(application)}>
            {words.readDecision}
          </Link>
        </p>
      )}
      {submission && <ReceiptPlate id={application.id} receipt={submission} />}
      {isWritten && live ? (
        <>
          {!correction && <p className="muted mb-4">{words.liveHint}</p>}
          <ApplicationScreen
            application={application}
            me={me}
            form={form}
            world={world}
            raw={live.raw}
            seq={live.seq}
            reopened={correction?.fields ?? null}
            submit={{ key: loaderData.key, mayLead: access.mayLead, window }}
          />
        </>
      ) : (
        <ReadView applicationId={application.id} form={form} answers={answers} world={world} />
      )}
      {correction && isWritten && (
        <details className="mt-6 max-w-3xl">
          <summary>{words.receipt.content}</summary>
          <ReadView applicationId={application.id} form={form} answers={answers} world={world} />
        </details>
      )}
      <AboutApplication {...application} mayLead={access.mayLead} me={me} others={loaderData.others} />
      <ApplicationHistory events={events} />
      {access.mayAssess && (status === 'submitted' || loaderData.isCorrectionOver) && (
        <AskCorrection form={form} typed={actionData?.correction} />
      )}
      {access.mayLead && <Withdrawal status={status} isOpen={window === 'open'} />}
    </main>
  );
}

function doneWords(done: string | null, number: string): string | null {
  if (done === 'save') return words.saved;
  if (done === 'submit' && number) return words.submit.done(number);
  if (done === 'withdraw') return words.withdraw.done;
  if (done === 'restore') return words.withdraw.restored;
  if (done === 'askCorrection') return words.correction.asked;
  return done === 'takeOver' ? words.takenOver : null;
}
