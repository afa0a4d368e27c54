import { Link } from 'react-router';
import { listLooseChecks } from '#db/library/dataset/dataset-checks.ts';
import { listDatasetPage } from '#db/library/dataset/dataset-list.ts';
import { listTrashedDatasets } from '#db/library/dataset/dataset-trash.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, pageAddress } from '#shared/kernel/paging.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { datasetCheck } from '#shared/library/dataset/dataset-check.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { TrashList } from '../../../documents/trash/trash-list.tsx';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, type Gesture, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../../kernel/refusal.server.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { DataTabs } from '../../need/data-tabs.tsx';
import { CheckList } from '../check-list.tsx';
import { DatasetFilterForm, DatasetTable } from '../dataset-list.tsx';
import type { Route } from './+types/datasets';

export const handle = frameHandle({ crumbs: () => [{ href: paths.datasets(), label: words.title }] });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const reader = { userId, now: now() };
  const asked = new URL(request.url).searchParams;
  const filter = {
    query: asked.get('texte')?.trim().slice(0, 100) ?? '',
    access: asked.get('acces') ?? '',
    producer: asked.get('producteur') ?? '',
    group: asked.get('groupe') ?? '',
  };
  const { own, ...found } = await listDatasetPage(db, { ...reader, filter, page: askedPage(asked) });
  return {
    filter,
    ...found,
    mayWrite: own.some(({ role }) => canInGroup(role, 'dataset.write')),
    checks: await listLooseChecks(db, reader),
    trashed: await listTrashedDatasets(db, reader),
    now: reader.now,
  };
}

interface ListPage {
  readonly by: string;
}

/** [DS13] Their bytes go once nothing names them any more. */
const remove: Gesture<ListPage> = {
  async perform(context, { by }, form) {
    const id = text(form.getAll('id'));
    if (id === null) throw notOurs();
    const { operations, resources } = context.get(servicesContext);
    const deleted = await operations.run('dataset.delete', { userId: by }, { id });
    if (!deleted.ok) return refuseBy(deleted, { form: '' });
    await resources.remove(deleted.value);
    return { to: paths.datasets(), said: words.deleted, focus: 'trash' };
  },
};

const gestures = {
  restore: gesturesOf((_page: ListPage) => ({}))('dataset.restore', {
    fields: { id: text },
    done: (restored) => ({
      to: paths.dataset(restored),
      said: words.restored(restored.title),
      focus: null,
    }),
  }),
  delete: remove,
};

export async function action({ request, context }: Route.ActionArgs) {
  const { id: by } = requireMember(context);
  return act(context, await request.formData(), gestures, { by });
}

export default function Datasets({ loaderData }: Route.ComponentProps) {
  const { filter, isEmpty, datasets, total, page, pages, groups, mayWrite, checks, trashed, now } =
    loaderData;
  const { query: texte, access: acces, producer: producteur, group: groupe } = filter;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={paths.newCheck()}>
              {words.checkFile}
            </Link>
            <NewLink to={paths.newDataset(filter.group || undefined)}>{words.new}</NewLink>
          </p>
        )}
      </PageHead>
      <DataTabs current="register" />
      {isEmpty ? (
        <Empty title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <DatasetFilterForm filter={filter} groups={groups} />
          <p className="mb-4 font-semibold" role="status">
            {total > 0 ? words.count(total) : words.noMatchTitle}
          </p>
          {total > 0 ? <DatasetTable datasets={datasets} now={now} /> : <p>{words.noMatchText}</p>}
          <Pages
            words={pageWords}
            page={page}
            pages={pages}
            to={(other) => pageAddress({ texte, acces, producteur, groupe }, other)}
          />
        </>
      )}
      {checks.length > 0 && (
        <Plate id="checks" title={datasetCheck.looseTitle} className="mt-12">
          <CheckList checks={checks} now={now} />
        </Plate>
      )}
      {trashed.length > 0 && (
        <details className="mt-12">
          <summary id="trash">{words.trashTitle}</summary>
          <p className="muted my-3">{trash.lead}</p>
          <TrashList trashed={trashed} warning={words.deleteWarning} now={now} />
        </details>
      )}
    </main>
  );
}
