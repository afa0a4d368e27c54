import { Pencil } from 'lucide-react';
import { Link } from 'react-router';
import { listHeldLetters } from '#db/people/letter/letters.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { HeldLinks } from '../../held/held-links.tsx';
import { Agenda } from '../agenda.tsx';
import { AnswerForm } from '../answer-form.tsx';
import { CancelledNotice } from '../cancelled-notice.tsx';
import { loadMeeting } from '../load-meeting.server.ts';
import { MeetingFacts } from '../meeting-facts.tsx';
import { meetingGestures } from '../meeting-gestures.server.ts';
import { OverlapList } from '../overlap-list.tsx';
import { ReminderLine } from '../reminder-line.tsx';
import { requireMeeting } from '../require-meeting.server.ts';
import { WhoComes } from '../who-comes.tsx';
import type { Route } from './+types/meeting';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group, meeting }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: words.listTitle },
    { href: paths.meeting(meeting), label: meeting.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const { db, now, previewReminders } = context.get(servicesContext);
  const at = now();
  const [held] = await listHeldLetters(db, { userId: member.id, now: at });
  const loaded = await loadMeeting(db, { meeting, userId: member.id, now: at });
  const leaving = loaded.phase === 'next' ? await previewReminders(meeting, member.id) : [];
  return {
    ...loaded,
    reminders: leaving.map(({ kind, leavesAt, ...letter }) => ({
      ...{ kind, leavesAt },
      letter: loaded.canManage ? letter : null,
    })),
    held: held ? { letters: held.letters, until: held.until } : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.propose');
  return act(context, await request.formData(), meetingGestures, { meeting });
}

export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, group, phase, mine, isAnswerable, isChangeable, canManage, held } = loaderData;
  const refusal = actionData && {
    form: actionData.values.form,
    errors: actionData.errors,
    values: actionData.values,
  };
  const ofAnswer = refusal?.form === 'answer' ? refusal : undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(meeting.title, group.name)}</title>
      <div className="head">
        <div>
          <p className="over row">
            <ThemeChip theme={group.theme} />
            <span className={`badge ${phase === 'running' ? 'success' : phase === 'next' ? 'info' : ''}`}>
              {words.phases[phase]}
            </span>
            {loaderData.series && (
              <span className="muted small">
                {words.partOfSeries(loaderData.series.rank, loaderData.series.count)}
              </span>
            )}
          </p>
          <h1>{meeting.title}</h1>
        </div>
        {canManage && isChangeable && (
          <p className="actions">
            <Link className="btn" to={paths.meetingEdit(meeting)}>
              <Pencil className="icon" aria-hidden="true" />
              {words.edit}
            </Link>
          </p>
        )}
      </div>
      {refusal?.form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      {held && <Notice kind="info">{letterWords.yours(held.letters, dates.exact(held.until))}</Notice>}
      {phase === 'cancelled' && (
        <CancelledNotice
          reason={meeting.cancelReason}
          canRestore={canManage}
          hasOthers={loaderData.hasCancelledAfter}
        />
      )}
      {phase !== 'cancelled' && <HeldLinks meeting={meeting} isRunning={phase === 'running'} />}
      <OverlapList overlaps={loaderData.overlaps} />
      <div className="cols">
        <div>
          <MeetingFacts meeting={meeting} passage={loaderData.passage} isComing={loaderData.isOpen} />
          <ReminderLine reminders={loaderData.reminders} />
          <Agenda {...loaderData} refusal={refusal} />
        </div>
        <aside className="stack-lg" aria-label={words.who.title}>
          {mine && isAnswerable && (
            <section className="card" aria-labelledby="answer">
              <h2 id="answer" className="mb-3">
                {words.answer.title}
              </h2>
              <AnswerForm
                answer={mine.answer}
                note={ofAnswer?.values.note ?? mine.note}
                errors={ofAnswer?.errors}
                refusal={ofAnswer}
              />
            </section>
          )}
          <WhoComes {...loaderData} />
        </aside>
      </div>
    </main>
  );
}
