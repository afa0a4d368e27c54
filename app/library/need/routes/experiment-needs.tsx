import { Download, FileUp } from 'lucide-react';
import { Link } from 'react-router';
import { listRemovedNeeds } from '#db/library/need/data-need-lists.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { ExperimentHeader } from '../../../programme/experiment/experiment-header.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { removedNeedGestures } from '../need-gestures.server.ts';
import { NeedTable } from '../need-table.tsx';
import { shownNeeds } from '../shown-needs.server.ts';
import type { Route } from './+types/experiment-needs';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: experimentWords.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentNeeds(experiment), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'need.read');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const mayWrite = canInExperiment(experiment.role, 'need.write');
  return {
    experiment,
    needs: await shownNeeds(db, { experiment, userId: member.id, now: at }),
    mayWrite,
    removed: mayWrite ? await listRemovedNeeds(db, experiment.id) : [],
    today: dates.iso(at),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  return act(context, await request.formData(), removedNeedGestures, { experiment });
}

export default function ExperimentNeeds({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, needs, mayWrite, removed, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} />
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      <section aria-labelledby="needs">
        <div className="row mb-4">
          <h2 id="needs" className="text-xl font-semibold">
            {words.title}
          </h2>
          {mayWrite && (
            <p className="row push">
              <Link className="btn" to={programmePaths.needsImport(experiment)}>
                <FileUp className="icon" aria-hidden="true" />
                {words.importLink}
              </Link>
              <NewLink to={programmePaths.newNeed(experiment)}>{words.add}</NewLink>
            </p>
          )}
        </div>
        {needs.length === 0 ? (
          <div className="empty">
            <Logo />
            <h3>{words.emptyTitle}</h3>
            <p>{words.emptyText}</p>
          </div>
        ) : (
          <>
            <p className="row mb-4">
              <span className="font-semibold">{words.count(needs.length)}</span>
              <a className="push" href={programmePaths.needsExport(experiment)} download>
                <Download className="icon" aria-hidden="true" /> {words.exportCsv}
              </a>
            </p>
            <NeedTable needs={needs} experiment={experiment} today={today} />
          </>
        )}
        {!mayWrite && <p className="muted small mt-6">{words.readOnly}</p>}
      </section>
      {removed.length > 0 && (
        <details className="mt-12">
          <summary>{words.removedTitle}</summary>
          <ul className="ruled mt-3">
            {removed.map(({ id, wanted }) => (
              <li key={id} className="row">
                {wanted}
                <PostButton
                  fields={{ intent: 'restore', needId: id }}
                  label={words.restoreOne(wanted)}
                  formClassName="push"
                >
                  {words.restore}
                </PostButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </main>
  );
}
