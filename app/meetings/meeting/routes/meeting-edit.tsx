import { Form, Link, redirect } from 'react-router';
import { byKind, listReminders } from '#db/meetings/meeting/meeting-reminders.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { checkChangeable } from '#shared/meetings/meeting/meeting.ts';
import { typedReminders } from '#shared/meetings/meeting/reminder.ts';
import { localSpanOf } from '#shared/meetings/meeting/reschedule.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field.tsx';
import { MeetingFields } from '../meeting-fields.tsx';
import { changeGestures } from '../plan-gestures.server.ts';
import { ReminderFields } from '../reminder-fields.tsx';
import { requireMeeting } from '../require-meeting.server.ts';
import { ScopeField } from '../scope-field.tsx';
import type { Route } from './+types/meeting-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group, meeting }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: words.listTitle },
    { href: paths.meeting(meeting), label: meeting.title },
    { href: paths.meetingEdit(meeting), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.manage');
  if (!checkChangeable(meeting).ok) throw redirect(paths.meeting(meeting));
  const { id, title, place, link, description, group, seriesId } = meeting;
  const reminders = byKind(await listReminders(context.get(servicesContext).db, [id]));
  return {
    group: { id: group.id, name: group.name },
    meeting: { id, title },
    values: { title, place, link, description, ...localSpanOf(meeting), ...typedReminders(reminders) },
    isInSeries: seriesId !== null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.manage');
  return act(context, await request.formData(), changeGestures, { meeting });
}

export default function MeetingEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { group, meeting, isInSeries } = loaderData;
  const errors = actionData?.errors ?? {};
  const typed: Partial<Record<string, string>> = actionData?.values ?? {};
  const values: Partial<Record<string, string>> = { ...loaderData.values, ...typed };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.form.editTitle, meeting.title, group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.form.editTitle}</h1>
          <p className="lead">{words.form.editLead}</p>
        </div>
      </div>
      <div className="cols">
        <Form method="post" className="card meeting-form" noValidate>
          <ErrorSummary title={words.form.faults} faults={faultsOf(errors)} answer={actionData} />
          <MeetingFields values={values} errors={errors} />
          <ReminderFields values={values} errors={errors} />
          {isInSeries && (
            <ScopeField id="change" chosen={typed.scope || undefined} hint={words.form.scopeHint} />
          )}
          <p className="row mt-5">
            <button className="btn primary" type="submit" name="intent" value="change">
              {words.form.save}
            </button>
            <Link className="push" to={paths.meeting(meeting)}>
              {words.form.cancel}
            </Link>
          </p>
        </Form>
        <aside className="stack-lg" aria-label={words.cancelTitle}>
          <Form method="post" className="card" noValidate>
            <h2 className="mb-2">{words.cancelTitle}</h2>
            <p className="muted small mb-4">{words.cancelLead}</p>
            <TextField
              label={words.cancelReason}
              hint={words.cancelReasonHint}
              name="reason"
              maxLength={500}
              autoComplete="off"
            />
            {isInSeries && <ScopeField id="cancel" chosen={undefined} />}
            <button className="btn danger mt-4" type="submit" name="intent" value="cancel">
              {words.cancelIt}
            </button>
          </Form>
        </aside>
      </div>
    </main>
  );
}
