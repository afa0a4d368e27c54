import { data, redirect } from 'react-router';
import { changeIssue } from '#db/programme/local-issue/local-issue-changes.ts';
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
import { IssueFields, refuseWith, requireIssue, unlessRefused } from '../require-issue.server.ts';
import type { Route } from './+types/local-issue-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ issue }) => [
    { href: programmePaths.localIssues(), label: words.title },
    { href: programmePaths.localIssue(issue), label: issue.title },
    { href: programmePaths.localIssueEdit(issue), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { issue } = await requireIssue(context, params.problematique);
  if (!issue.mayWrite) throw forbidden();
  const themes = await listThemes(context.get(servicesContext).db);
  return { issue, themes: themes.map(({ id, name }) => ({ id, name })) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, issue } = await requireIssue(context, params.problematique);
  const { look, ...typed } = parseForm(IssueFields, await request.formData());
  const { db, now } = context.get(servicesContext);
  const who = { userId: member.id, now: now() };
  if (look) {
    const text = `${typed.title} ${typed.context}`;
    const similar = await listSimilarIssues(db, { ...who, text, except: issue.id });
    return data({ intent: '', errors: {}, typed, similar }, { status: 200 });
  }
  const parsed = parseIssue(typed);
  if ('faults' in parsed) return refuseWith(typed, parsed.faults);
  const saved = await changeIssue(db, { issueId: issue.id, fields: parsed.fields, ...who });
  if (saved.ok) return redirect(programmePaths.localIssue(saved.value));
  return refuseWith(typed, { theme: unlessRefused(saved.error) });
}

export default function LocalIssueEdit({ loaderData: { issue, themes }, actionData }: Route.ComponentProps) {
  const { title, context, theme } = issue;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle, words.title)}</title>
      <div className="head">
        <h1>{words.editTitle}</h1>
      </div>
      <IssueForm
        typed={actionData?.typed ?? { title, context, theme: theme.id }}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        themes={themes}
        cities={null}
        isProgramme={false}
        similar={actionData?.similar ?? null}
        submit={words.save}
        cancel={programmePaths.localIssue(issue)}
      />
    </main>
  );
}
