import { listIssueCities } from '#db/programme/local-issue/local-issue-notes.ts';
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
import { lookedFirst, newIssueGestures } from '../local-issue-gestures.server.ts';
import { requireIssueReader } from '../require-issue.server.ts';
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
  const form = await request.formData();
  return (await lookedFirst(context, form, { userId })) ?? act(context, form, newIssueGestures, {});
}

export default function NewLocalIssue({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} lead={words.newLead} />
      <IssueForm
        {...loaderData}
        answer={actionData}
        similar={actionData && 'similar' in actionData ? actionData.similar : null}
        submit={words.create}
        cancel={programmePaths.localIssues()}
      />
    </main>
  );
}
