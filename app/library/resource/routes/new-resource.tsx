import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { parseResource } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { refuse } from '../../../kernel/refusal.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { NewResource } from '../new-resource.tsx';
import {
  fileLimits,
  formChoices,
  readResourceForm,
  sentUpload,
  sourceOf,
  typedIn,
} from '../resource-form.server.ts';
import type { Route } from './+types/new-resource';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupResources(titled), label: words.title },
      { href: paths.newResource(titled), label: words.share },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'resource.share');
  return { group, limits: fileLimits(context), ...(await formChoices(context, member)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'resource.share');
  const { resources } = context.get(servicesContext);
  const form = await readResourceForm(context, request);
  if (!form.ok) {
    const { initial } = await formChoices(context, member);
    return refuse({ file: form.error }, initial);
  }
  const mine = { groupId: group.id, by: member.id };
  const typed = typedIn(form.value);
  const upload = await sentUpload(context, form.value, mine);
  const values = { ...typed, upload: upload.ok ? upload.value : null };
  const facts = parseResource(typed);
  const source = sourceOf(typed, upload);
  const field = typed.source === 'link' ? 'address' : 'file';
  if (!facts.ok || !source.ok) {
    const errors = { ...(facts.ok ? {} : facts.errors), ...(source.ok ? {} : { [field]: source.error }) };
    return refuse(errors, values);
  }
  const { themeIds } = typed;
  const shared = await resources.share({ ...mine, facts: facts.value, themeIds, source: source.value });
  if (!shared.ok) return refuse({ [field]: shared.error }, values);
  throw goOn(context, { to: paths.resource(shared.value), said: words.form.shared, focus: null });
}

export default function NewResourcePage({ loaderData, actionData }: Route.ComponentProps) {
  const { group, limits, themes, producers, initial } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.share, group.name)}</title>
      <PageHead title={words.share} lead={words.form.lead} />
      <NewResource
        groupId={group.id}
        initial={initial}
        refused={actionData}
        limits={limits}
        themes={themes}
        producers={producers}
      />
    </main>
  );
}
