import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { IssueForm } from '../issue-form.tsx';
import { issueEditGestures, lookedFirst } from '../local-issue-gestures.server.ts';
import { requireIssue } from '../require-issue.server.ts';
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
  if (!issue.mayWrite) throw forbidden();
  const form = await request.formData();
  const looked = await lookedFirst(context, form, { userId: member.id, except: issue.id });
  return looked ?? act(context, form, issueEditGestures, { issue });
}

export default function LocalIssueEdit({ loaderData: { issue, themes }, actionData }: Route.ComponentProps) {
  const { title, context, theme } = issue;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle, words.title)}</title>
      <PageHead title={words.editTitle} />
      <IssueForm
        known={{ title, context, theme: theme.id }}
        answer={actionData}
        themes={themes}
        cities={null}
        isProgramme={false}
        similar={actionData && 'similar' in actionData ? actionData.similar : null}
        submit={words.save}
        cancel={programmePaths.localIssue(issue)}
      />
    </main>
  );
}
