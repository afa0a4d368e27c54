import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { listChecks } from '#db/library/dataset/dataset-checks.ts';
import { listDistributions } from '#db/library/dataset/dataset-distributions.ts';
import { listLinkableResources, listResourcesOfDataset } from '#db/library/dataset/dataset-resources.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PostButton } from '../../../ui/post-button.tsx';
import { CheckList } from '../check-list.tsx';
import { DataGouv } from '../data-gouv.tsx';
import { requireDataset, requireOwnDataset } from '../dataset.server.ts';
import { DatasetFacts, DatasetKeepers } from '../dataset-facts.tsx';
import { addFile, recordGestures } from '../dataset-gestures.server.ts';
import { Distributions } from '../distributions.tsx';
import { LinkedResources } from '../linked-resources.tsx';
import type { Route } from './+types/dataset';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ dataset }) => [
    { href: paths.datasets(), label: words.title },
    { href: paths.dataset(dataset), label: dataset.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, dataset } = await requireDataset(context, params.jeu);
  const { db, now, dataGouv } = context.get(servicesContext);
  const at = now();
  return {
    dataset,
    distributions: await listDistributions(db, { datasetId: dataset.id }),
    linked: await listResourcesOfDataset(db, { datasetId: dataset.id, userId: member.id, now: at }),
    linkable: dataset.mayChange ? await listLinkableResources(db, dataset) : [],
    // Reports show what is in the files: they are the group's.
    checks: dataset.role ? await listChecks(db, { datasetId: dataset.id, now: at }) : [],
    mayCheck: canInGroup(dataset.role, 'dataset.write'),
    isDataGouvOn: dataGouv.isOn,
    now: at,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, dataset } = await requireOwnDataset(context, params.jeu);
  const on = { dataset, by: member.id };
  const isFile = request.headers.get('content-type')?.startsWith('multipart/') === true;
  return isFile ? addFile(context, on, request) : act(context, await request.formData(), recordGestures, on);
}

export default function Dataset({ loaderData, actionData }: Route.ComponentProps) {
  const { dataset, distributions, linked, linkable, checks, mayCheck, isDataGouvOn, now } = loaderData;
  const errors = actionData?.errors ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(dataset.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{dataset.group.name}</p>
          <h1 className="break-words">{dataset.title}</h1>
          {dataset.description && (
            <p className="lead whitespace-pre-line break-words">{dataset.description}</p>
          )}
        </div>
        {dataset.mayChange && (
          <Link className="btn" to={paths.datasetEdit(dataset)}>
            {words.edit}
          </Link>
        )}
      </div>
      <div className="cols">
        <div>
          <DatasetFacts dataset={dataset} />
          <Distributions
            distributions={distributions}
            mayChange={dataset.mayChange}
            mayReadFiles={dataset.role !== null}
            errors={errors}
            answer={actionData}
          />
          <LinkedResources
            linked={linked}
            linkable={linkable}
            mayChange={dataset.mayChange}
            error={errors.resource}
          />
          {dataset.role && (
            <section className="plate" aria-labelledby="checks">
              <header>
                <h2 id="checks">{words.checks}</h2>
                {mayCheck && (
                  <Link className="btn sm" to={paths.newCheck(dataset.id)}>
                    {words.checkFile}
                  </Link>
                )}
              </header>
              {checks.length > 0 ? (
                <CheckList checks={checks} now={now} />
              ) : (
                <p className="muted">{words.noChecks}</p>
              )}
            </section>
          )}
        </div>
        <aside className="stack-lg" aria-label={words.sections.who}>
          <DatasetKeepers dataset={dataset} />
          <DataGouv
            record={dataset.dataGouv}
            readAt={dataset.dataGouvReadAt}
            mayChange={dataset.mayChange}
            isOn={isDataGouvOn}
            error={errors.record}
          />
          {dataset.role === null && <p className="muted small">{words.programmeReader}</p>}
          {dataset.role !== null && !dataset.mayChange && <p className="muted small">{words.readOnly}</p>}
          {dataset.mayChange && (
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
