import { Plus } from 'lucide-react';
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
import { Logo } from '../../../ui/logo.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
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
  const trashed = await listTrashedDatasets(db, reader);
  return {
    filter,
    ...found,
    mayWrite: own.some(({ role }) => canInGroup(role, 'dataset.write')),
    checks: await listLooseChecks(db, reader),
    trashed,
    justTrashed: trashed.find(({ id }) => id === asked.get('corbeille')) ?? null,
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
    return { to: paths.datasets() };
  },
};

const gestures = {
  restore: gesturesOf((_page: ListPage) => ({}))('dataset.restore', {
    fields: { id: text },
    done: (restored) => paths.dataset(restored),
  }),
  delete: remove,
};

export async function action({ request, context }: Route.ActionArgs) {
  const { id: by } = requireMember(context);
  return act(context, await request.formData(), gestures, { by });
}

export default function Datasets({ loaderData }: Route.ComponentProps) {
  const {
    filter,
    isEmpty,
    datasets,
    total,
    page,
    pages,
    groups,
    mayWrite,
    checks,
    trashed,
    justTrashed,
    now,
  } = loaderData;
  const { query: texte, access: acces, producer: producteur, group: groupe } = filter;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={paths.newCheck()}>
              {words.checkFile}
            </Link>
            <Link className="btn primary" to={paths.newDataset(filter.group || undefined)}>
              <Plus className="icon" aria-hidden="true" />
              {words.new}
            </Link>
          </p>
        )}
      </div>
      <DataTabs current="register" />
      {justTrashed && (
        <Notice kind="success">
          <div className="row">
            {words.trashed(justTrashed.title)}
            <PostButton fields={{ intent: 'restore', id: justTrashed.id }} action={paths.datasets()}>
              {words.restore}
            </PostButton>
          </div>
        </Notice>
      )}
      {isEmpty ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
        </div>
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
        <section className="plate mt-12" aria-labelledby="checks">
          <header>
            <h2 id="checks">{datasetCheck.looseTitle}</h2>
          </header>
          <CheckList checks={checks} now={now} />
        </section>
      )}
      {trashed.length > 0 && (
        <details className="mt-12">
          <summary>{words.trashTitle}</summary>
          <p className="muted my-3">{trash.lead}</p>
          <TrashList trashed={trashed} warning={words.deleteWarning} now={now} />
        </details>
      )}
    </main>
  );
}
