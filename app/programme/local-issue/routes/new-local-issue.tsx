import { data, redirect } from 'react-router';
import { createIssue } from '#db/programme/local-issue/local-issue-changes.ts';
import { listIssueCities } from '#db/programme/local-issue/local-issue-notes.ts';
import { listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { parseIssue } from '#shared/programme/local-issue/local-issue.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { IssueForm } from '../issue-form.tsx';
import { IssueFields, refuseWith, requireIssueReader, unlessRefused } from '../require-issue.server.ts';
import type { Route } from './+types/new-local-issue';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.localIssues(), label: words.title },
    { href: programmePaths.newLocalIssue(), label: words.new },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = await requireIssueReader(context);
  const { db, now } = context.get(servicesContext);
  const { cities, isProgramme } = await listIssueCities(db, { userId, now: now() });
  if (cities.length === 0 && !isProgramme) throw forbidden();
  return { cities, isProgramme, themes: (await listThemes(db)).map(({ id, name }) => ({ id, name })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = await requireIssueReader(context);
  const { look, ...typed } = parseForm(IssueFields, await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  if (look) {
    const text = `${typed.title} ${typed.context}`;
    const similar = await listSimilarIssues(db, { userId, now: now(), text });
    return data({ intent: '', errors: {}, typed, similar }, { status: 200 });
  }
  const parsed = parseIssue(typed);
  if ('faults' in parsed) return refuseWith(typed, parsed.faults);
  const made = await createIssue(db, { issueId: newId(), fields: parsed.fields, newId, userId, now: now() });
  if (made.ok) return redirect(programmePaths.localIssue(made.value));
  return refuseWith(typed, { city: unlessRefused(made.error) });
}

export default function NewLocalIssue({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.new}</h1>
          <p className="lead">{words.newLead}</p>
        </div>
      </div>
      <IssueForm
        {...loaderData}
        typed={actionData?.typed ?? {}}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        similar={actionData?.similar ?? null}
        submit={words.create}
        cancel={programmePaths.localIssues()}
      />
    </main>
  );
}
