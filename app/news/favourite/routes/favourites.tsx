import { Star } from 'lucide-react';
import { data, Link } from 'react-router';
import { findStar, listFavourites } from '#db/news/favourite/favourites.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { KINDS } from '#shared/kinds.ts';
import { favourite as words } from '#shared/news/favourite/favourite.fr.ts';
import { FAVOURITE_KINDS, favouriteAt } from '#shared/news/favourite/favourite.ts';
import { favouritePaths } from '#shared/news/favourite/favourite-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Empty } from '../../../ui/page/empty.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import type { Route } from './+types/favourites';

export const handle = frameHandle({
  crumbs: () => [{ href: favouritePaths.favourites(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now, origin } = context.get(servicesContext);
  const reader = { userId, now: now() };
  const ref = favouriteAt(new URL(request.url).searchParams.get('page') ?? '', origin);
  return {
    here: ref ? await findStar(db, { ref, ...reader }) : null,
    favourites: await listFavourites(db, reader),
  };
}

const fields = { kind: choice(FAVOURITE_KINDS), id: text };
const here = { to: favouritePaths.favourites(), focus: 'favourites' } as const;
const gesture = gesturesOf((_page: { readonly named: string }) => ({}));
const gestures = {
  add: gesture('favourite.add', {
    fields,
    done: ({ name }, _page, ref) => ({
      ...{ ...here, said: words.added(name || words.untitled) },
      undo: { label: words.undo, fields: { intent: 'remove', ...ref, named: name } },
    }),
  }),
  remove: gesture('favourite.remove', {
    fields,
    done: (_made, { named }, ref) => ({
      ...{ ...here, said: words.removed(named || words.untitled) },
      undo: { label: words.undo, fields: { intent: 'add', ...ref } },
    }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  requireMember(context);
  const form = await request.formData();
  const named = (text(form.getAll('named')) ?? '').slice(0, 200);
  return act(context, form, gestures, { named });
}

export default function Favourites({
  loaderData: { here: page, favourites },
  actionData,
}: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1 id="favourites" tabIndex={-1}>
            {words.title}
          </h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      <ErrorSummary title={words.title} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {page && (
        <Plate id="here" title={words.here}>
          <p>
            <Link to={page.href}>{page.name || words.untitled}</Link>{' '}
            <span className="muted">{KINDS[page.kind].one}</span>
          </p>
          <PostButton
            fields={{
              intent: page.isKept ? 'remove' : 'add',
              kind: page.kind,
              id: page.id,
              named: page.name,
            }}
            className={page.isKept ? 'btn' : 'btn primary'}
            formClassName="mt-3"
          >
            <Star className="icon" aria-hidden="true" />
            {page.isKept ? words.removeHere : words.add}
          </PostButton>
        </Plate>
      )}
      {favourites.length === 0 ? (
        <Empty title={words.emptyTitle} text={words.empty}>
          <Link className="btn" to={paths.search()}>
            {words.search}
          </Link>
        </Empty>
      ) : (
        <ul className="ruled" aria-label={words.list}>
          {favourites.map(({ kind, id, name, href }) => (
            <li key={`${kind} ${id}`} className="row">
              <span className="min-w-0 flex-1">
                <Link to={href}>{name || words.untitled}</Link>
                <small className="muted block">{KINDS[kind].one}</small>
              </span>
              <PostButton
                fields={{ intent: 'remove', kind, id, named: name }}
                className="btn sm quiet"
                label={words.removeOf(name || words.untitled)}
              >
                {words.remove}
              </PostButton>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
