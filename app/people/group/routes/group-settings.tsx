import { Link } from 'react-router';
import { facilitatedBy } from '#db/people/group/facilitator-rights.ts';
import { findJoining } from '#db/people/member/join-requests.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { webhook } from '#shared/operations/webhook/webhook.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { join } from '#shared/people/member/join.fr.ts';
import { JOININGS } from '#shared/people/member/joining.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { optionsOf } from '../../../ui/choices.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { GroupForm } from '../group-form.tsx';
import { GroupHeader } from '../group-header.tsx';
import type { Route } from './+types/group-settings';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupSettings({ id, title: name }), label: groupWords.settings },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'group.edit');
  const groupId = facilitatedBy(group);
  if (!groupId) throw forbidden();
  const joining = await findJoining(context.get(servicesContext).db, groupId);
  return { group, joining };
}

const gestures = {
  save: gesturesOf(({ group }: { group: { id: string } }) => ({ groupId: group.id }))('group.edit', {
    fields: { name: text, purpose: text, joining: choice(JOININGS) },
    done: ({ name }, { group }) => ({
      to: paths.groupSettings({ id: group.id, title: name }),
      said: groupWords.saved,
      focus: 'settings',
    }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'group.edit');
  return act(context, await request.formData(), gestures, { group });
}

export default function GroupSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { group, joining } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.settings, group.name)}</title>
      <GroupHeader group={group} />
      <section className="plate stack" aria-labelledby="settings">
        <h2 id="settings">{groupWords.settings}</h2>
        <p className="muted">{groupWords.settingsLead}</p>
        <GroupForm initial={group} refused={actionData} intent="save" submit={groupWords.save}>
          {() => (
            <SelectField
              label={join.setting}
              name="joining"
              hint={join.settingHint}
              defaultValue={actionData?.values.joining ?? joining}
            >
              {optionsOf(JOININGS, join.joinings)}
            </SelectField>
          )}
        </GroupForm>
      </section>
      <Elsewhere
        id="webhooks"
        title={webhook.fullTitle}
        says={webhook.fromSettings}
        to={webhookPaths.list({ id: group.id, title: group.name })}
        link={webhook.manage}
      />
      <Elsewhere
        id="open-archive"
        title={openArchive.title}
        says={openArchive.fromSettings}
        to={openArchivePaths.list({ id: group.id, title: group.name })}
        link={openArchive.manage}
      />
    </main>
  );
}

/** What has a page of its own. */
function Elsewhere(props: { id: string; title: string; says: string; to: string; link: string }) {
  const { id, title, says, to, link } = props;
  return (
    <section className="plate stack mt-8" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="muted">{says}</p>
      <p>
        <Link className="btn" to={to}>
          {link}
        </Link>
      </p>
    </section>
  );
}
