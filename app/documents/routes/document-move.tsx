import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { PostButton } from '#app/ui/post-button.tsx';
import { listCandidates } from '#db/documents/access/document-audience.ts';
import { moveToGroup } from '#db/documents/document-moves.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { audienceOf, compareAudiences } from '#shared/documents/access/audience.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { SelectField } from '../../ui/field.tsx';
import { keepFiles } from '../access/access.server.ts';
import { AudienceTable } from '../access/audience-table.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-move';

type Data = Route.ComponentProps['loaderData'];
const words = organising.moveGroup;

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentMove(document), label: organising.move },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.organise');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const groups = (await listGroupsForMember(db, { userId: member.id, now: at })).filter(
    ({ id, role }) => id !== document.group.id && canInGroup(role, 'document.create'),
  );
  const to = groups.find(({ id }) => id === new URL(request.url).searchParams.get('vers')) ?? null;
  if (!to) return { document, groups, to: null, gain: [], lose: [] };
  const seenIn = async (groupId: string) =>
    audienceOf(await listCandidates(db, { documentId: document.id, groupId, now: at }), document.visibility);
  const change = compareAudiences(await seenIn(document.group.id), await seenIn(to.id));
  return { document, groups, to: { id: to.id, name: to.name }, ...change };
}

const MoveForm = z.object({ groupId: z.uuid() });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.organise');
  const { groupId: toGroupId } = parseForm(MoveForm, await request.formData());
  await requireInGroup(context, toGroupId, 'document.create');
  const { db, rooms, now, newId } = context.get(servicesContext);
  await keepFiles(context, document.id);
  const moved = await moveToGroup(db, {
    documentId: document.id,
    groupId: document.group.id,
    toGroupId,
    by: member.id,
    now: now(),
    activityIds: [newId(), newId()],
  });
  if (!moved.ok) throw notFound();
  rooms.recheck({ room: roomName({ kind: 'document', id: document.id }) });
  throw redirect(paths.document(document));
}

export default function DocumentMove({ loaderData }: Route.ComponentProps) {
  const { document, groups, to, gain, lose } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle(document.title), document.group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.pageTitle(document.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      {groups.length === 0 ? (
        <p className="muted">{words.noGroup}</p>
      ) : (
        <Form method="get" className="max-w-2xl">
          <SelectField label={words.destination} name="vers" defaultValue={to?.id ?? ''} required>
            <option value="">{words.choose}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <p className="mt-4">
            <button className={to ? 'btn' : 'btn primary'} type="submit">
              {words.preview}
            </button>
          </p>
        </Form>
      )}
      {to && (
        <>
          <Change id="gain" title={words.gain} people={gain} />
          <Change id="lose" title={words.lose} people={lose} />
          <p className="muted mt-6">{words.pinned}</p>
          <PostButton fields={{ groupId: to.id }} className="btn primary" formClassName="mt-4">
            {words.confirm(to.name)}
          </PostButton>
        </>
      )}
      <p className="mt-6">
        <Link to={paths.document(document)}>{organising.cancel}</Link>
      </p>
    </main>
  );
}

function Change({ id, title, people }: { id: string; title: string; people: Data['gain'] }) {
  return (
    <section className="plate mt-8" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="muted">{people.length}</span>
      </header>
      {people.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <AudienceTable audience={people} caption={title} />
      )}
    </section>
  );
}
