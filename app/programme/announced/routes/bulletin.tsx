import { data, Link } from 'react-router';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinStateOf } from '#shared/programme/bulletin/bulletin.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { bulletinGestures } from '../bulletin-gestures.server.ts';
import { Paragraphs } from '../paragraphs.tsx';
import { requireBulletin } from '../require-bulletin.server.ts';
import { ToldToBadge } from '../told-to.tsx';
import type { Route } from './+types/bulletin';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ bulletin }) => [
    { href: bulletinPaths.bulletins(), label: words.title },
    { href: bulletinPaths.bulletin(bulletin), label: bulletin.title },
  ],
});

/** [AE1] One announcement, for whoever may read it; its gestures for whoever announces. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { person, bulletin } = await requireBulletin(context, params.actualite);
  return {
    bulletin,
    state: bulletinStateOf(bulletin),
    mayWrite: canOnPlatform(person.platformRole, 'programme.announce'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  requirePlatform(context, 'programme.announce');
  const { bulletin } = await requireBulletin(context, params.actualite);
  return act(context, await request.formData(), bulletinGestures, { bulletinId: bulletin.id });
}

export default function BulletinPage({ loaderData, actionData }: Route.ComponentProps) {
  const { bulletin, state, mayWrite } = loaderData;
  const { title, text, toldTo, publishedAt, changedAt } = bulletin;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            {words.one}
            <ToldToBadge toldTo={toldTo} />
            {state !== 'published' && <span className="badge warning">{words.states[state]}</span>}
          </p>
          <h1 className="break-words">{title}</h1>
          {publishedAt && (
            <p className="muted mt-2">
              {words.published(publishedAt)}
              {changedAt && `, ${words.changed(changedAt)}`}
            </p>
          )}
        </div>
        {mayWrite && <Gestures bulletin={bulletin} state={state} />}
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {state === 'draft' && <p className="note mb-6">{words.publishHint[toldTo]}</p>}
      {state === 'withdrawn' && <p className="note mb-6">{words.withdrawnSaid}</p>}
      <Paragraphs text={text} />
      <p className="row mt-8">
        <Link to={bulletinPaths.bulletins()}>{words.all}</Link>
        {state === 'published' && toldTo === 'public' && (
          <a href={bulletinPaths.publicBulletin(segment(bulletin))}>{words.publicPage}</a>
        )}
      </p>
    </main>
  );
}

type Shown = Pick<Route.ComponentProps['loaderData'], 'bulletin' | 'state'>;

function Gestures({ bulletin, state }: Shown) {
  return (
    <div className="row">
      {state === 'withdrawn' ? (
        <PostButton fields={{ intent: 'restore' }} className="btn primary">
          {words.restore}
        </PostButton>
      ) : (
        <>
          <PostButton fields={{ intent: 'withdraw' }} className="btn quiet">
            {words.withdraw}
          </PostButton>
          <Link className="btn" to={bulletinPaths.bulletinEdit(bulletin)}>
            {words.edit}
          </Link>
        </>
      )}
      {state === 'draft' && (
        <PostButton fields={{ intent: 'publish' }} className="btn primary">
          {words.publish}
        </PostButton>
      )}
    </div>
  );
}
