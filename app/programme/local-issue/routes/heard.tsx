import { data } from 'react-router';
import { listHeard } from '#db/programme/local-issue/local-issue-notes.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { InterviewForm, NoteForm } from '../heard-forms.tsx';
import { InterviewList, NoteList } from '../heard-lists.tsx';
import { heardGestures } from '../local-issue-gestures.server.ts';
import { requireIssueReader } from '../require-issue.server.ts';
import { TrashList } from '../trash-list.tsx';
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

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  await requireIssueReader(context);
  return act(context, await request.formData(), heardGestures, {});
}

export default function Heard({ loaderData, actionData }: Route.ComponentProps) {
  const { interviews, notes, writable, trashed } = loaderData;
  const refused = (form: string) => {
    const answer = actionData?.values.form === form ? actionData : null;
    return { typed: answer?.values ?? {}, errors: answer?.errors ?? {}, answer };
  };
  const [interview, note] = [refused('interview'), refused('note')];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.heard.title, words.title)}</title>
      <PageHead title={words.heard.title} lead={words.heard.lead} />
      <Plate id="interviews" title={words.heard.interviews}>
        {writable.length > 0 && (
          <details className="fold mb-4" open={interview.answer !== null} key={`i${interviews.length}`}>
            <summary className="btn sm">{words.heard.addInterview}</summary>
            <InterviewForm {...interview} cities={writable} />
          </details>
        )}
        <InterviewList interviews={interviews} writable={writable} />
      </Plate>
      <Plate id="veille" title={words.heard.notes}>
        {writable.length > 0 && (
          <details className="fold mb-4" open={note.answer !== null} key={`n${notes.length}`}>
            <summary className="btn sm">{words.heard.addNote}</summary>
            <NoteForm {...note} cities={writable} />
          </details>
        )}
        <NoteList notes={notes} writable={writable} />
      </Plate>
      <TrashList trashed={trashed.map(({ title, ...fields }) => ({ title, fields }))} />
    </main>
  );
}
