import {
  COLLEAGUES_SHOWN,
  findOwnSigning,
  listColleagues,
  type OwnSigning,
} from '#db/people/organisation/signatory-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { signatory as words } from '#shared/people/organisation/signatory.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { afterOn } from '../../../kernel/done.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { AccountHeader } from '../../person/account-header.tsx';
import { SignatoryTable } from '../signatory-table.tsx';
import type { Route } from './+types/account-signature';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.account(), label: people.account.title },
    { href: signatoryPaths.account(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const signing = await findOwnSigning(db, { userId: id, now: now() });
  const all = signing?.signsFor ? await listColleagues(db, { organisationId: signing.signsFor }) : [];
  return {
    signing,
    colleagues: all.filter((colleague) => colleague.id !== id),
    cutAt: all.length === COLLEAGUES_SHOWN ? COLLEAGUES_SHOWN : null,
  };
}

const after = afterOn(signatoryPaths.account);
const gesture = gesturesOf(() => ({}));
const ofOrganisation = gesturesOf(({ organisationId }: { organisationId: string }) => ({ organisationId }));
const gestures = {
  ask: gesture('signatory.ask', { fields: {}, done: after(words.news.demande, 'demande') }),
  confirm: gesture('signatory.confirm', {
    fields: { userId: text },
    done: after(words.news.confirme, 'collegues'),
  }),
  withdraw: ofOrganisation('signatory.withdraw', {
    fields: { userId: text },
    done: after(words.news.retire, 'collegues'),
  }),
  end: gesturesOf((page: { organisationId: string; userId: string }) => page)('signatory.withdraw', {
    fields: {},
    done: after(words.news.fin, 'etat'),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId, organisation } = requireMember(context);
  // Of no organisation: what they ask is refused in words by the operation.
  const page = { userId, organisationId: organisation?.id ?? userId };
  return act(context, await request.formData(), gestures, page);
}

export default function AccountSignature({ loaderData, actionData }: Route.ComponentProps) {
  const { signing, colleagues, cutAt } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, people.account.title)}</title>
      <AccountHeader />
      {actionData && (
        <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      {!signing && <p className="lead">{words.noOrganisation}</p>}
      {signing && (
        <>
          <h2>{words.heading(signing.organisation.name)}</h2>
          <p className="lead mt-2">{words.lead(signing.organisation.name)}</p>
          <div className="cols mt-5">
            <div className="stack-lg">
              {signing.basis ? <Colleagues colleagues={colleagues} cutAt={cutAt} /> : <Ask {...signing} />}
            </div>
            <aside className="plate" aria-labelledby="etat">
              <header>
                <h2 id="etat">{words.own.title}</h2>
              </header>
              <OwnState basis={signing.basis} />
            </aside>
          </div>
        </>
      )}
    </main>
  );
}

function OwnState({ basis }: Pick<OwnSigning, 'basis'>) {
  const said = words.own;
  if (!basis) return <p>{said.unconfirmed}</p>;
  const day = new Date(basis.on);
  return (
    <>
      <p>
        <strong>{said.confirmed}</strong>
      </p>
      <p className="break-words">
        {basis.by === 'address' ? said.byAddress(basis.address, day) : said.byColleague(day)}
      </p>
      <PostButton fields={{ intent: 'end' }} formClassName="mt-4">
        {said.end}
      </PostButton>
    </>
  );
}

function Ask({ organisation, asked, isRefused, mayAsk }: OwnSigning) {
  const said = words.ask;
  const { name, declaredEmail } = organisation;
  return (
    <Plate id="demande" title={said.title}>
      {declaredEmail === null && <Notice kind="warning">{said.noAddress(name)}</Notice>}
      {isRefused && <Notice kind="warning">{said.refused}</Notice>}
      {asked && <p className="break-words">{said.sent(asked.address, asked.at)}</p>}
      {mayAsk && declaredEmail !== null && (
        <>
          <p className="break-words">{said.lead(declaredEmail, name)}</p>
          <PostButton fields={{ intent: 'ask' }} className="btn primary wide-s" formClassName="mt-4">
            {asked ? said.again : said.submit}
          </PostButton>
        </>
      )}
    </Plate>
  );
}

function Colleagues({ colleagues, cutAt }: Pick<Route.ComponentProps['loaderData'], 'colleagues' | 'cutAt'>) {
  const said = words.colleagues;
  return (
    <Plate id="collegues" title={said.title}>
      <p className="muted small mb-4">{said.lead}</p>
      {colleagues.length > 0 ? (
        <SignatoryTable colleagues={colleagues} mayConfirm caption={said.table} />
      ) : (
        <p className="muted">{said.none}</p>
      )}
      {cutAt !== null && <p className="muted small mt-3">{said.first(cutAt)}</p>}
    </Plate>
  );
}
