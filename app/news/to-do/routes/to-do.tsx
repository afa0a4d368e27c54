import { Link } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { menu } from '#shared/kernel/menu/menu.fr.ts';
import { toDo as words } from '#shared/news/to-do/to-do.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice } from '../../../kernel/gesture.server.ts';
import { notOurs } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { loadToDo } from '../load-to-do.server.ts';
import { toDoGestures } from '../to-do-gestures.server.ts';
import { NothingToDo, ToDoList } from '../to-do-list.tsx';
import type { Route } from './+types/to-do';

export const handle = frameHandle({ crumbs: () => [{ href: paths.toDo(), label: words.title }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const groups = await listGroupsForMember(db, { userId: member.id, now: at });
  return (await loadToDo(db, { member, groups, now: at })).toDo;
}

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  const form = await request.formData();
  const from = choice(['home', 'all'])(form.getAll('from'));
  if (!from) throw notOurs();
  return act(context, form, toDoGestures, { from });
}

/** [AF3] Everything that waits for the reader, nothing folded. */
export default function ToDoPage({ loaderData: toDo, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1 id="to-do" tabIndex={-1}>
            {words.title}
          </h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.myCards()}>
          {menu.myCards}
        </Link>
      </div>
      {actionData && (
        <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      <div className="measure">
        {toDo.total === 0 ? <NothingToDo isOnlyLater={false} /> : <ToDoList toDo={toDo} from="all" />}
      </div>
    </main>
  );
}
