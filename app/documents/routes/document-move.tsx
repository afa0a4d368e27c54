import { Form, Link } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { listCandidates } from '#db/documents/access/document-audience.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { audienceOf, compareAudiences } from '#shared/documents/access/audience.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import type { WrittenFile } from '#shared/documents/text/document-files.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { writtenFilesOf } from '../access/access.server.ts';
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

interface Page {
  readonly document: DocumentForMember;
  readonly written: readonly WrittenFile[];
}

const gestures = {
  move: gesturesOf(({ document, written }: Page) => ({ documentId: document.id, written: [...written] }))(
    'document.moveToGroup',
    {
      fields: { toGroupId: text },
      done: (made) => ({ to: paths.document(made), said: words.done, focus: null }),
    },
  ),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { document } = await requireDocument(context, params.document, 'document.organise');
  const form = await request.formData();
  gestureOf(form, gestures);
  return act(context, form, gestures, { document, written: await writtenFilesOf(context, document.id) });
}

export default function DocumentMove({ loaderData }: Route.ComponentProps) {
  const { document, groups, to, gain, lose } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle(document.title), document.group.name)}</title>
      <PageHead title={words.pageTitle(document.title)} lead={words.lead} />
      {groups.length === 0 ? (
        <p className="muted">{words.noGroup}</p>
      ) : (
        <Form method="get" className="max-w-2xl">
          <SelectField label={words.destination} name="vers" defaultValue={to?.id ?? ''} required>
            <option value="">{words.choose}</option>
            {namedOptions(groups)}
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
          <PostButton
            fields={{ intent: 'move', toGroupId: to.id }}
            className="btn primary"
            formClassName="mt-4"
          >
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
    <Plate id={id} title={title} className="mt-8" beside={<span className="muted">{people.length}</span>}>
      {people.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <AudienceTable audience={people} caption={title} />
      )}
    </Plate>
  );
}
