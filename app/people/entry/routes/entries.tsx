import { listEntryRequests } from '#db/people/entry/entry-requests.ts';
import { listTies } from '#db/people/entry/ties.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { entryPaths } from '#shared/people/entry/entry-paths.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { afterOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { EntryRequests } from '../entry-requests.tsx';
import { TieRequests } from '../tie-requests.tsx';
import type { Route } from './+types/entries';

const words = entry.answers;

export const handle = frameHandle({
  crumbs: () => [{ href: entryPaths.answers(), label: words.title }],
});

/** [EN5] [EN8] What waits for this person’s answer; nothing for most. */
export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId, platformRole, administersId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const isCoordinating = canOnPlatform(platformRole, 'people.invite');
  const reader = { isCoordinating, administersId };
  return {
    isCoordinating,
    ties: await listTies(db, { userId, isCoordinating }),
    requests: isCoordinating || administersId ? await listEntryRequests(db, reader) : [],
    organisations: isCoordinating ? await listOrganisations(db) : [],
    groups: isCoordinating ? workingGroups(await listGroupsForMember(db, { userId, now: now() })) : [],
  };
}

const ofPage = gesturesOf(() => ({}));
const after = afterOn(entryPaths.answers);
const gestures = {
  confirmTie: ofPage('tie.confirm', { fields: { tieId: text }, done: after(words.confirmed, 'contenu') }),
  refuseTie: ofPage('tie.refuse', {
    fields: { tieId: text, reason: text },
    form: ({ tieId }) => tieId,
    done: after(words.refusedTie, 'contenu'),
  }),
  accept: ofPage('entryRequest.accept', {
    fields: { requestId: text, organisationId: text, groupId: text },
    form: ({ requestId }) => requestId,
    done: after(words.accepted, 'contenu'),
  }),
  refuse: ofPage('entryRequest.refuse', {
    fields: { requestId: text, reason: text },
    form: ({ requestId }) => requestId,
    done: after(words.refusedRequest, 'contenu'),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function Entries({ loaderData, actionData }: Route.ComponentProps) {
  const { ties, requests, organisations, groups, isCoordinating } = loaderData;
  return (
    <main id="contenu" tabIndex={-1}>
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      {ties.length + requests.length === 0 && (
        <div className="empty">
          <h2>{words.nothing}</h2>
          <p>{words.nothingText}</p>
        </div>
      )}
      <TieRequests ties={ties} refusal={actionData} />
      <EntryRequests
        requests={requests}
        organisations={organisations}
        groups={groups}
        isCoordinating={isCoordinating}
        refusal={actionData}
      />
    </main>
  );
}
