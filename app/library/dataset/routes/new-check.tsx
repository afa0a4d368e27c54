import { data } from 'react-router';
import { findLastSchema } from '#db/library/dataset/dataset-checks.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { OWN_SCHEMAS } from '#shared/library/dataset/own-schemas.ts';
import { paths } from '#shared/paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, requireMember } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { refuseBy } from '../../../kernel/refusal.server.ts';
import { requireDataset } from '../dataset.server.ts';
import { chosenSchema, readNewCheck } from '../schema-choice.server.ts';
import { SchemaForm } from '../schema-form.tsx';
import type { Route } from './+types/new-check';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ dataset }) => [
    { href: paths.datasets(), label: datasetWords.title },
    ...(dataset ? [{ href: paths.dataset(dataset), label: dataset.title }] : []),
    { href: paths.newCheck(dataset?.id), label: words.title },
  ],
});

async function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const segment = new URL(request.url).searchParams.get('jeu');
  return segment ? (await requireDataset(context, segment)).dataset : null;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now, outside } = context.get(servicesContext);
  const dataset = await asked({ request, context });
  const groups = (await listGroupsForMember(db, { userId, now: now() })).filter(
    ({ id, role }) => canInGroup(role, 'dataset.write') && (!dataset || dataset.group.id === id),
  );
  if (groups.length === 0) throw forbidden();
  const last = dataset && (await findLastSchema(db, { datasetId: dataset.id, groupId: dataset.group.id }));
  return {
    dataset: dataset && { id: dataset.id, title: dataset.title },
    groups: groups.map(({ id, name }) => ({ id, name })),
    last: last ? last.schemaSource : null,
    recordUrl: dataset?.schemaUrl ?? '',
    own: OWN_SCHEMAS.map(({ name = '', title = '' }) => ({ name, title })),
    isOutsideOn: outside.isOn,
  };
}

/** Which field a refusal of a schema is about. */
const FIELD: Readonly<Record<string, string>> = { file: 'schemaFile', url: 'schemaUrl' };

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const dataset = await asked({ request, context });
  const form = await readNewCheck(request);
  if (!form)
    return data(
      { errors: { schemaFile: words.refusals['dataset.schemaTooLarge'] }, typed: {} },
      { status: 422 },
    );
  const { group, schema, schemaUrl } = form;
  const found = await chosenSchema(context, form, dataset);
  if (!found.ok) {
    const errors: Partial<Record<string, string>> = { [FIELD[schema] ?? 'schema']: fr.errors[found.error] };
    return data({ errors, typed: { group, schema, schemaUrl } }, { status: 422 });
  }
  const { schema: read, source } = found.value;
  const prepared = await context.get(servicesContext).operations.run(
    'check.prepare',
    { userId },
    {
      groupId: dataset?.group.id ?? group,
      datasetId: dataset?.id ?? null,
      schema: read && JSON.stringify(read),
      schemaSource: source,
    },
  );
  if (!prepared.ok) throw refuseBy(prepared, null);
  throw goOn(context, { to: paths.check(prepared.value.id), said: words.prepared, focus: null });
}

export default function NewCheck({ loaderData: { dataset, ...choices }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, datasetWords.title)}</title>
      <div className="head">
        <div>
          {dataset && <p className="over">{words.forDataset(dataset.title)}</p>}
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      <SchemaForm
        {...choices}
        typed={actionData?.typed ?? {}}
        errors={actionData?.errors ?? {}}
        answer={actionData}
      />
    </main>
  );
}
