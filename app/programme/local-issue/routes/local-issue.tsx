import { Trash2 } from 'lucide-react';
import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import {
  linkExperiment,
  linkSource,
  shareIssue,
  trashIssue,
  unlinkSource,
} from '#db/programme/local-issue/local-issue-changes.ts';
import { listHeard, listIssueCities } from '#db/programme/local-issue/local-issue-notes.ts';
import { listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { IssueExperiments, SharedBy } from '../issue-side.tsx';
import { IssueSources } from '../issue-sources.tsx';
import { refuseWith, requireIssue, unlessRefused } from '../require-issue.server.ts';
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

const id = z.string().max(80).catch('');
const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['join', 'leave', 'trash']) }),
  z.object({ intent: z.literal('link'), of: id, quotation: z.string().max(2_000).catch('') }),
  z.object({ intent: z.literal('unlink'), source: id }),
  z.object({ intent: z.enum(['linkExperiment', 'unlinkExperiment']), experiment: id }),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { member, issue } = await requireIssue(context, params.problematique);
  const typed = parseForm(Gesture, await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const change = { issueId: issue.id, userId: member.id, now: now() };
  const run = async () => {
    switch (typed.intent) {
      case 'join':
      case 'leave':
        return shareIssue(db, { ...change, isSharing: typed.intent === 'join', rowId: newId() });
      case 'trash':
        return trashIssue(db, { ...change, isTrashed: true });
      case 'link': {
        const [kind, key = ''] = typed.of.split(':');
        const of = kind === 'note' ? { watchNoteId: key } : { interviewId: key };
        return linkSource(db, { ...change, of, quotation: typed.quotation.trim(), rowId: newId() });
      }
      case 'unlink':
        return unlinkSource(db, { ...change, sourceId: typed.source });
      case 'linkExperiment':
      case 'unlinkExperiment': {
        const isLinked = typed.intent === 'linkExperiment';
        return linkExperiment(db, { ...change, experimentId: typed.experiment, isLinked });
      }
    }
  };
  const done = await run();
  if (done.ok)
    return redirect(
      typed.intent === 'trash' ? programmePaths.localIssues() : programmePaths.localIssue(issue),
    );
  return refuseWith(typed, { of: unlessRefused(done.error) }, typed.intent);
}

export default function LocalIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { issue, own, heard, linkable, similar } = loaderData;
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
      <div className="cols">
        <div>
          <IssueSources
            sources={issue.sources}
            mayWrite={issue.mayWrite}
            heard={heard}
            error={actionData?.intent === 'link' ? actionData.errors.of : undefined}
            answer={actionData}
          />
        </div>
        <aside className="stack-lg" aria-label={words.one}>
          <SharedBy issue={issue} own={own} />
          <IssueExperiments issue={issue} linkable={linkable} />
          {similar.length > 0 && (
            <section className="plate" aria-labelledby="similar">
              <header>
                <h2 id="similar">{words.similar}</h2>
              </header>
              <ul>
                {similar.map((near) => (
                  <li key={near.id}>
                    <Link to={programmePaths.localIssue(near)}>{near.title}</Link>
                  </li>
                ))}
              </ul>
            </section>
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
