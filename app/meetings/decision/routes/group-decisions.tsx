import { Download } from 'lucide-react';
import { Link } from 'react-router';
import { listBoards } from '#db/boards/boards.ts';
import { findActionBoard } from '#db/meetings/decision/actions.ts';
import { listDecisions } from '#db/meetings/decision/decisions.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import { filterDecisions, readFilter } from '#shared/meetings/decision/register.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { ActionBoardForm } from '../action-board-form.tsx';
import { DecisionList } from '../decision-list.tsx';
import { RegisterFilters } from '../register-filters.tsx';
import type { Route } from './+types/group-decisions';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupDecisions({ id: group.id, title: group.name }), label: words.tab },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'decision.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams, search } = new URL(request.url);
  const filter = readFilter(searchParams);
  const all = await listDecisions(db, { groupId: group.id, userId: member.id, now: now() });
  const documents = new Map(all.map(({ document: { id, title } }) => [id, { id, title }]));
  const canChoose = canInGroup(group.role, 'board.create');
  return {
    group,
    filter,
    search,
    decisions: filterDecisions(all, filter),
    isEmpty: all.length === 0,
    documents: [...documents.values()],
    actions: canChoose && {
      boards: (await listBoards(db, { groupId: group.id })).map(({ id, title }) => ({ id, title })),
      chosen: await findActionBoard(db, group.id),
    },
  };
}

interface RegisterPage {
  readonly group: { readonly id: string; readonly name: string };
}
const gestures = {
  choose: gesturesOf(({ group }: RegisterPage) => ({ groupId: group.id }))('actionBoard.choose', {
    fields: { board: text },
    done: (_made, { group }) => ({
      to: paths.groupDecisions({ id: group.id, title: group.name }),
      said: words.board.saved,
      focus: 'tableau-des-actions',
    }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'board.create');
  return act(context, await request.formData(), gestures, { group });
}

export default function GroupDecisions({ loaderData, actionData }: Route.ComponentProps) {
  const { group, filter, search, decisions, isEmpty, documents, actions } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <div className="cols">
        <section aria-labelledby="registre">
          <h2 id="registre">{words.title}</h2>
          <p className="muted mb-4">{words.lead}</p>
          {isEmpty ? (
            <div className="empty">
              <h3>{words.emptyTitle}</h3>
              <p>{words.emptyText}</p>
              <Link className="btn" to={paths.groupDocuments(titled)}>
                {words.toDocuments}
              </Link>
            </div>
          ) : (
            <>
              <RegisterFilters
                filter={filter}
                documents={documents}
                register={paths.groupDecisions(titled)}
              />
              <p className="row between small muted" role="status">
                <span>{words.caption(decisions.length)}</span>
              </p>
              {decisions.length === 0 ? <p>{words.noneFound}</p> : <DecisionList decisions={decisions} />}
              <p className="mt-4">
                <a className="btn quiet" href={paths.groupDecisionsExport(titled, search)} download>
                  <Download className="icon" aria-hidden="true" />
                  {words.csv}
                </a>
              </p>
            </>
          )}
        </section>
        {actions && (
          <aside className="stack-lg" aria-label={words.board.title}>
            <ActionBoardForm {...actions} error={actionData?.errors.board} />
          </aside>
        )}
      </div>
    </main>
  );
}
