import { Trash2 } from 'lucide-react';
import { data, Link } from 'react-router';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { listHeard, listIssueCities } from '#db/programme/local-issue/local-issue-notes.ts';
import { listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { IssueExperiments, SharedBy } from '../issue-side.tsx';
import { IssueSources } from '../issue-sources.tsx';
import { issueGestures } from '../local-issue-gestures.server.ts';
import { requireIssue } from '../require-issue.server.ts';
import type { Route } from './+types/local-issue';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ issue }) => [
    { href: programmePaths.localIssues(), label: words.title },
    { href: programmePaths.localIssue(issue), label: issue.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, issue } = await requireIssue(context, params.problematique);
  const { db, now } = context.get(servicesContext);
  const who = { userId: member.id, now: now() };
  const { cities } = await listIssueCities(db, who);
  const text = `${issue.title} ${issue.context}`;
  return {
    issue,
    own: cities.find(({ id }) => id === member.organisation?.id)?.id ?? null,
    heard: issue.mayWrite ? await listHeard(db, { ...who, city: issue.city?.id ?? null }) : null,
    linkable: issue.mayWrite ? await linkableTo(context, who, issue.experiments) : [],
    similar: await listSimilarIssues(db, { ...who, text, except: issue.id }),
  };
}

/** Experiments that this person sees and that are not linked yet. */
async function linkableTo(
  context: Route.LoaderArgs['context'],
  who: { userId: string; now: Date },
  linked: readonly { id: string }[],
) {
  const { experiments } = await listExperiments(context.get(servicesContext).db, { ...who, size: 200 });
  return experiments
    .filter(({ id }) => !linked.some((known) => known.id === id))
    .map(({ id, title }) => ({ id, title }));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { issue } = await requireIssue(context, params.problematique);
  return act(context, await request.formData(), issueGestures, { issue });
}

export default function LocalIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { issue, own, heard, linkable, similar } = loaderData;
  const refusedOf = (form: string) => (actionData?.values.form === form ? actionData.errors : undefined);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(issue.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            <ThemeChip theme={issue.theme} />
            {words.by(issue.city?.name ?? null)}
          </p>
          <h1 className="break-words">{issue.title}</h1>
          {issue.context && <p className="lead whitespace-pre-line break-words">{issue.context}</p>}
        </div>
        {issue.mayWrite && (
          <Link className="btn" to={programmePaths.localIssueEdit(issue)}>
            {words.edit}
          </Link>
        )}
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(refusedOf(''))} answer={actionData} />
      <div className="cols">
        <div>
          <IssueSources
            sources={issue.sources}
            mayWrite={issue.mayWrite}
            heard={heard}
            error={refusedOf('link')?.of}
            answer={actionData}
          />
        </div>
        <aside className="stack-lg" aria-label={words.one}>
          <SharedBy issue={issue} own={own} />
          <IssueExperiments issue={issue} linkable={linkable} />
          {similar.length > 0 && (
            <Plate id="similar" title={words.similar}>
              <ul>
                {similar.map((near) => (
                  <li key={near.id}>
                    <Link to={programmePaths.localIssue(near)}>{near.title}</Link>
                  </li>
                ))}
              </ul>
            </Plate>
          )}
          {issue.mayWrite && (
            <PostButton fields={{ intent: 'trash' }} className="btn quiet sm">
              <Trash2 className="icon" aria-hidden="true" />
              {words.trash}
            </PostButton>
          )}
        </aside>
      </div>
    </main>
  );
}
