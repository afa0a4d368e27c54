import { data, Link } from 'react-router';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { findComplement } from '#db/programme/application/application-complement.ts';
import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { LEADING_KINDS } from '#db/programme/application/application-creation.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import { findSubmission, formFor } from '#db/programme/application/application-submission.ts';
import { loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { depositForm, withComplement } from '#shared/programme/application/form-parts.ts';
import { placesNamedIn } from '#shared/programme/application/named-places.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { keepOnDevice } from '../../../kernel/keep.server.ts';
import { readRoom } from '../../../kernel/room-content.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { requireApplication } from '../application.server.ts';
import { AboutApplication, Withdrawal } from '../application-aside.tsx';
import { applicationGestures } from '../application-gestures.server.ts';
import { ApplicationHistory } from '../application-history.tsx';
import { ApplicationScreen } from '../application-screen.tsx';
import { AskCorrection } from '../ask-correction.tsx';
import { ComplementPlate } from '../complement-plate.tsx';
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

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, application } = await requireApplication(context, params.candidature);
  const { db, now, newId } = context.get(servicesContext);
  const { id: applicationId, access, status, call } = application;
  const of = { applicationId, userId: member.id };
  const room = roomName({ kind: 'application', id: applicationId });
  const [submission, complement, corrections, events] = await Promise.all([
    findSubmission(db, of),
    findComplement(db, of),
    listCorrections(db, of),
    listApplicationEvents(db, applicationId),
  ]);
  const correction = corrections.find(({ closedAt }) => closedAt === null) ?? null;
  const isCorrectionOver = correction !== null && now() >= correction.until;
  const isWritten = access.room === 'write' && !isCorrectionOver;
  // Of a draft its authors only; of anything else what was submitted.
  const live =
    access.room && (isWritten || !submission) ? await readRoom(context, room, 'application') : null;
  const asked = submission?.form ?? depositForm((await formFor(db, call.id)).form);
  const said = submission?.answers ?? (live ? answersOf(asked, live.value) : {});
  const handedIn = complement?.handedIn ?? null;
  const form = complement && (isWritten || handedIn) ? complement.form : asked;
  // Of the complement its authors only, as of a draft, until it is handed in.
  const later = handedIn?.answers ?? (complement && live ? answersOf(form, live.value) : {});
  const answers = handedIn ? withComplement(form, said, later) : said;
  if (access.room)
    keepOnDevice(context, { room, title: application.title || words.untitled, group: call.title });
  const mayShare = status === 'draft' && access.mayLead;
  return {
    application,
    form,
    asked,
    answers,
    submission: submission && { ...submission, form: null, answers: null },
    complement: complement && { ...complement, form: null },
    correction,
    events,
    isWritten,
    isCorrectionOver,
    live: live && { raw: live.value, seq: live.seq },
    world: await loadFormWorld(db, {
      callId: call.id,
      organisationId: application.organisation.id,
      applicationId,
      named: placesNamedIn(form, withComplement(form, said, later)),
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
  };
}

function windowOf(state: ReturnType<typeof callStateAt>) {
  if (state === 'open') return 'open' as const;
  return state === 'tolerance' ? ('late' as const) : ('closed' as const);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { member, application } = await requireApplication(context, params.candidature);
  const sent = await request.formData();
  const page = { application, userId: member.id };
  const { data: refused, init } = await act(context, sent, applicationGestures, page);
  return data({ ...refused, reopened: sent.getAll('fields').map(String) }, init ?? undefined);
}

export default function ApplicationRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { application, form, asked, answers, submission, complement, correction, events } = loaderData;
  const { isWritten, live, world, window, me } = loaderData;
  const { access, status } = application;
  const title = application.title || words.untitled;
  const isAsking = actionData?.values.form === 'askCorrection';
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
      <ErrorSummary title={words.submit.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
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
      {complement && <ComplementPlate complement={complement} isWritten={isWritten} />}
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
            submitted={complement && answers}
            submit={{ key: loaderData.key, mayLead: access.mayLead, window }}
          />
        </>
      ) : (
        <ReadView applicationId={application.id} form={form} answers={answers} world={world} />
      )}
      {(correction ?? complement) && isWritten && (
        <details className="mt-6 max-w-3xl">
          <summary>{words.receipt.content}</summary>
          <ReadView applicationId={application.id} form={asked} answers={answers} world={world} />
        </details>
      )}
      <AboutApplication {...application} mayLead={access.mayLead} me={me} others={loaderData.others} />
      <ApplicationHistory events={events} />
      {access.mayAssess && (status === 'submitted' || loaderData.isCorrectionOver) && (
        <AskCorrection
          form={form}
          {...(isAsking && { typed: actionData.values, reopened: actionData.reopened })}
        />
      )}
      {access.mayLead && <Withdrawal status={status} isOpen={window === 'open'} />}
    </main>
  );
}
