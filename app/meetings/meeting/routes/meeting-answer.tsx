import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listInvitees } from '#db/meetings/meeting/meeting-people.ts';
import { findMeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { ANSWERS, type AnswerValue, checkAnswerable } from '#shared/meetings/meeting/answer.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { act, gestureOf, gesturesOf } from '../../../kernel/gesture.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Door } from '../../../people/person/door.tsx';
import { AnswerForm } from '../answer-form.tsx';
import { answerFields } from '../meeting-gestures.server.ts';
import type { Route } from './+types/meeting-answer';

export const handle = staticPage;

/** The address holds a right: it goes to no other site. Without any referrer, browsers would hide the origin of the form too. */
export const headers: Route.HeadersFunction = () => ({ 'Referrer-Policy': 'same-origin' });

/** Whose answer to which meeting the link is about, while it may still be given. */
async function findInvitee(request: Request, context: Route.LoaderArgs['context'], segment: string) {
  const { db, readAnswerLink, now } = context.get(servicesContext);
  const link = readAnswerLink(new URL(request.url).searchParams.get('jeton') ?? '');
  if (!link || link.meetingId !== segment) return null;
  const at = now();
  const meeting = await findMeetingForMember(db, { ...link, now: at });
  if (!meeting || !checkAnswerable(meeting, at).ok) return null;
  const invitees = await listInvitees(db, { meetingId: meeting.id, groupId: meeting.groupId, now: at });
  const invitee = invitees.find(({ id }) => id === link.userId);
  return invitee ? { meeting, invitee } : null;
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const found = await findInvitee(request, context, params.seance);
  if (!found) return data({ asked: null }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const wished = z.enum(ANSWERS).nullable().catch(null).parse(searchParams.get('reponse'));
  const { id, title, startsAt, endsAt, place, group } = found.meeting;
  const { name, answer, note } = found.invitee;
  return data({
    asked: {
      meeting: { id, title, startsAt, endsAt, place, group: group.name },
      name,
      answer: wished ?? answer,
      note: note ?? '',
    },
  });
}

interface AnswerPage {
  readonly meetingId: string;
  readonly link: string;
}
const here = ({ meetingId, link }: AnswerPage, answer?: AnswerValue) =>
  paths.meetingAnswer({ id: meetingId }, link, answer);
const gestures = {
  answer: gesturesOf(({ meetingId, link }: AnswerPage) => ({ meetingId, link }))('meeting.answerByLink', {
    fields: answerFields,
    at: { 'meeting.answerMissing': 'choice' },
    done: (_made, page, { answer }) => ({
      to: here(page, answer || undefined),
      said: words.mailPage.saved,
      focus: null,
    }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const link = new URL(request.url).searchParams.get('jeton') ?? '';
  const page = { meetingId: params.seance, link };
  const form = await request.formData();
  gestureOf(form, gestures);
  // A link that opens nothing any more says so on its page.
  if (!(await findInvitee(request, context, params.seance))) throw redirect(here(page));
  return act(context, form, gestures, page);
}

export default function MeetingAnswer({ loaderData: { asked }, actionData }: Route.ComponentProps) {
  if (!asked) {
    return (
      <Door title={words.mailPage.gone}>
        <title>{frame.pageTitle(words.mailPage.gone)}</title>
        <p className="lead mt-3">{words.mailPage.goneText}</p>
        <p className="mt-5">
          <Link className="btn primary" to={paths.signIn()}>
            {people.signIn.submit}
          </Link>
        </p>
      </Door>
    );
  }
  const { meeting, name, answer, note } = asked;
  return (
    <Door title={meeting.title}>
      <title>{frame.pageTitle(words.mailPage.title, meeting.title)}</title>
      <p className="lead mt-3">{words.spanSentence(meeting)}</p>
      <p className="muted mb-5">{[meeting.place, meeting.group].filter(Boolean).join(' · ')}</p>
      <p className="mb-4">{words.mailPage.lead(name)}</p>
      <AnswerForm
        answer={ANSWERS.find((value) => value === actionData?.values.answer) ?? answer}
        note={actionData?.values.note ?? note}
        errors={actionData?.errors}
        refusal={actionData}
        submit={words.mailPage.confirm}
      />
      <p className="mt-5">
        <Link to={paths.meeting(meeting)}>{words.mailPage.open}</Link>
      </p>
    </Door>
  );
}
