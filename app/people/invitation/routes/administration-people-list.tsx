import { Link } from 'react-router';
import { listBatches } from '#db/people/invitation/invitation-batches.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import type { PeopleListError } from '#shared/people/invitation/people-finding.ts';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { NoMailServer } from '../no-mail-server.tsx';
import { readSentList, viewOfDecision } from '../people-list.server.ts';
import { PeopleListForm } from '../people-list-form.tsx';
import { PeopleListReport } from '../people-list-report.tsx';
import type { PeopleListView } from '../people-list-view.ts';
import type { Route } from './+types/administration-people-list';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: paths.administrationPeople(), label: people.administration.title },
    { href: paths.administrationPeopleList(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { platformRole } = requirePlatform(context, 'people.invite');
  const { db, mailFolder } = context.get(servicesContext);
  return {
    batches: await listBatches(db),
    isKept: mailFolder !== null,
    mayRead: canOnPlatform(platformRole, 'platform.administer'),
  };
}

export async function action({ request, context }: Route.ActionArgs): Promise<PeopleListView> {
  const { id: userId } = requirePlatform(context, 'people.invite');
  const { operations } = context.get(servicesContext);
  const sent = await readSentList(request);
  const refuse = (error: PeopleListError, text: string) =>
    ({ state: 'refused', error: words.errors[error], text }) as const;
  if (!sent.ok) return refuse(sent.error, '');
  const { text, content, isConfirmed } = sent.value;
  if (!isConfirmed) {
    const read = await operations.run('invitation.readList', { userId }, { text, content });
    if (read.ok) return viewOfDecision(read.value);
    if (!isOfList(read.error)) throw notFound();
    return refuse(read.error, content === '' ? text : '');
  }
  const done = await operations.run('invitation.fromList', { userId }, { text });
  if (done.ok) {
    const { batchId, invited, joined } = done.value;
    throw goOn(context, {
      to: batchId ? paths.administrationBatch(batchId) : paths.administrationPeopleList(),
      said: batchId ? words.made(invited) : words.joinedOnly(joined),
      focus: null,
    });
  }
  if (!isOfList(done.error)) throw notFound();
  return refuse(done.error, text);
}

const isOfList = (error: string): error is PeopleListError => Object.hasOwn(words.errors, error);

export default function AdministrationPeopleList({ loaderData, actionData }: Route.ComponentProps) {
  const { batches, isKept, mayRead } = loaderData;
  const view = actionData ?? null;
  const error = view?.state === 'refused' ? view.error : undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="max-w-3xl stack-lg">
        {isKept && <NoMailServer mayRead={mayRead} />}
        <ErrorSummary
          title={words.refused}
          faults={error ? [{ field: 'text', message: error }] : []}
          answer={actionData}
        />
        <PeopleListForm
          key={view ? 'again' : 'new'}
          text={view?.text ?? ''}
          error={error}
          isFirst={view?.state !== 'ready'}
        />
      </div>
      {view?.state === 'ready' && <PeopleListReport view={view} />}
      {batches.length > 0 && (
        <Plate id="batches" title={words.batches} className="mt-8 max-w-3xl">
          <ul className="ruled">
            {batches.map(({ id, madeAt, by, people: count }) => (
              <li key={id}>
                <Link to={paths.administrationBatch(id)}>
                  {words.batch({ day: dates.exact(madeAt), by, count })}
                </Link>
              </li>
            ))}
          </ul>
        </Plate>
      )}
    </main>
  );
}
