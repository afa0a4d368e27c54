import { data, redirect } from 'react-router';
import { z } from 'zod';
import {
  keepInterview,
  keepNote,
  listHeard,
  noteConsent,
} from '#db/programme/local-issue/local-issue-notes.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { parseInterview, parseNote } from '#shared/programme/local-issue/local-issue.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { InterviewForm, NoteForm } from '../heard-forms.tsx';
import { InterviewList, NoteList } from '../heard-lists.tsx';
import { refuseWith, requireIssueReader, unlessRefused } from '../require-issue.server.ts';
import type { Route } from './+types/heard';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.localIssues(), label: words.title },
    { href: programmePaths.heard(), label: words.heard.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = await requireIssueReader(context);
  const { db, now } = context.get(servicesContext);
  const heard = await listHeard(db, { userId, now: now() });
  if (!heard) throw notFound();
  return heard;
}

const text = z.string().max(20_000).catch('');
const Gesture = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('interview'),
    city: text,
    personName: text,
    personFunction: text,
    personOrganisation: text,
    metOn: text,
    notes: text,
    consentNote: text,
    hasConsent: text,
  }),
  z.object({ intent: z.literal('note'), city: text, title: text, url: text, says: text }),
  z.object({ intent: z.enum(['give', 'withdraw']), interview: z.string().max(64) }),
]);

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { id: userId } = await requireIssueReader(context);
  const typed = parseForm(Gesture, await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const who = { userId, now: now() };
  if (typed.intent === 'interview') {
    const given = { ...typed, hasConsent: typed.hasConsent === 'oui' };
    const parsed = parseInterview(given, parisDay(who.now));
    if ('faults' in parsed) return refuseWith(typed, parsed.faults, typed.intent);
    const kept = await keepInterview(db, { ...who, ...parsed, organisationId: typed.city, newId });
    if (!kept.ok) return refuseWith(typed, { city: unlessRefused(kept.error) }, typed.intent);
  } else if (typed.intent === 'note') {
    const parsed = parseNote(typed);
    if ('faults' in parsed) return refuseWith(typed, parsed.faults, typed.intent);
    const kept = await keepNote(db, { ...who, ...parsed, organisationId: typed.city, noteId: newId() });
    if (!kept.ok) return refuseWith(typed, { city: unlessRefused(kept.error) }, typed.intent);
  } else {
    const isGiven = typed.intent === 'give';
    const given = { interviewId: typed.interview, isGiven, note: '', consentId: newId() };
    const done = await noteConsent(db, { ...who, ...given });
    if (!done.ok && unlessRefused(done.error) !== 'localIssue.consentUnchanged') throw notFound();
  }
  return redirect(programmePaths.heard());
}

export default function Heard({ loaderData, actionData }: Route.ComponentProps) {
  const { interviews, notes, writable } = loaderData;
  const refused = (intent: string) => {
    const isHere = actionData?.intent === intent;
    const { intent: _, ...typed } = isHere ? actionData.typed : { intent };
    return { typed, errors: isHere ? actionData.errors : {}, answer: isHere ? actionData : null };
  };
  const [interview, note] = [refused('interview'), refused('note')];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.heard.title, words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.heard.title}</h1>
          <p className="lead">{words.heard.lead}</p>
        </div>
      </div>
      <section className="plate" aria-labelledby="interviews">
        <header>
          <h2 id="interviews">{words.heard.interviews}</h2>
        </header>
        {writable.length > 0 && (
          <details className="fold mb-4" open={interview.answer !== null} key={`i${interviews.length}`}>
            <summary className="btn sm">{words.heard.addInterview}</summary>
            <InterviewForm {...interview} cities={writable} />
          </details>
        )}
        <InterviewList interviews={interviews} writable={writable} />
      </section>
      <section className="plate" aria-labelledby="veille">
        <header>
          <h2 id="veille">{words.heard.notes}</h2>
        </header>
        {writable.length > 0 && (
          <details className="fold mb-4" open={note.answer !== null} key={`n${notes.length}`}>
            <summary className="btn sm">{words.heard.addNote}</summary>
            <NoteForm {...note} cities={writable} />
          </details>
        )}
        <NoteList notes={notes} />
      </section>
    </main>
  );
}
