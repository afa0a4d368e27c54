import { Form } from 'react-router';
import { readableBatch } from '#db/people/invitation/batch-rights.ts';
import { findBatch, listInvited } from '#db/people/invitation/invitation-batches.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { BATCH_STATES, batchStateOf } from '#shared/people/invitation/batch-state.ts';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { DataTable } from '../../../ui/records/data-table.tsx';
import { NoMailServer } from '../no-mail-server.tsx';
import type { Route } from './+types/administration-batch';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ id, madeAt }) => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: people.administration.title },
    { href: paths.administrationPeopleList(), label: words.title },
    { href: paths.administrationBatch(id), label: words.batchTitle(dates.short(madeAt)) },
  ],
});

async function batchOf({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const { id: userId, platformRole } = requirePlatform(context, 'people.invite');
  const services = context.get(servicesContext);
  const id = await readableBatch(services.db, { batchId: params.liste, userId });
  const batch = id && (await findBatch(services.db, id));
  if (!batch) throw notFound();
  return { ...services, batch, platformRole };
}

export async function loader(asked: Route.LoaderArgs) {
  const { db, now, mailFolder, batch, platformRole } = await batchOf(asked);
  const at = now();
  const invited = await listInvited(db, batch.id);
  return {
    ...batch,
    invited: invited.map((person) => ({ ...person, state: batchStateOf(person, at) })),
    isKept: mailFolder !== null,
    mayRead: canOnPlatform(platformRole, 'platform.administer'),
  };
}

const gestures = {
  resend: gesturesOf((batchId: string) => ({ batchId }))('invitation.resendList', {
    fields: {},
    done: ({ sent }, batchId) => ({
      to: paths.administrationBatch(batchId),
      said: words.again(sent),
      focus: 'invited',
    }),
  }),
};

export async function action(asked: Route.ActionArgs) {
  const { batch } = await batchOf(asked);
  return act(asked.context, await asked.request.formData(), gestures, batch.id);
}

export default function AdministrationBatch({ loaderData, actionData }: Route.ComponentProps) {
  const { madeAt, by, people: total, invited, isKept, mayRead } = loaderData;
  const title = words.batchTitle(dates.short(madeAt));
  const counts = BATCH_STATES.flatMap((state) => {
    const count = invited.filter((person) => person.state === state).length;
    return count > 0 ? [{ state, count }] : [];
  });
  const hasAbsent = invited.some(({ state }) => state !== 'came');
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title, frame.administration)}</title>
      <div className="head beside">
        <div>
          <h1>{title}</h1>
          <p className="lead">{words.batchLead({ by, count: total })}</p>
        </div>
        {hasAbsent && (
          <Form method="post">
            <button className="btn" type="submit" name="intent" value="resend">
              {words.resend}
            </button>
          </Form>
        )}
      </div>
      <div className="stack-lg">
        <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
        {isKept && <NoMailServer mayRead={mayRead} />}
        <Plate
          id="invited"
          title={counts.map(({ state, count }) => words.counts[state](count)).join(' · ') || words.everybody}
        >
          {invited.length < total && <p className="muted mb-3">{words.forgotten(total - invited.length)}</p>}
          <InvitedTable invited={invited} />
        </Plate>
      </div>
    </main>
  );
}

function InvitedTable({ invited }: { invited: Route.ComponentProps['loaderData']['invited'] }) {
  return (
    <DataTable caption={words.invitedCaption}>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.organisation}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.since}</th>
        </tr>
      </thead>
      <tbody>
        {invited.map(({ invitationId, name, email, organisation, state, mailAt, acceptedAt, ...mail }) => {
          const at = state === 'came' ? acceptedAt : state === 'held' ? mail.mailLeavesAt : mailAt;
          return (
            <tr key={invitationId}>
              <th scope="row">
                {name}
                <br />
                <span className="muted small break-words">{email}</span>
              </th>
              <td>{organisation ?? <span className="muted">{words.none}</span>}</td>
              <td>
                <span className={`badge ${TONES[state] ?? ''}`}>{words.states[state]}</span>
                {state === 'refused' && mail.mailRefusal && (
                  <p className="muted small mt-1 break-words">{mail.mailRefusal}</p>
                )}
              </td>
              <td>{at && <time dateTime={at.toISOString()}>{dates.exact(at)}</time>}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

const TONES: Readonly<Partial<Record<string, string>>> = {
  came: 'success',
  refused: 'danger',
  expired: 'warning',
};
