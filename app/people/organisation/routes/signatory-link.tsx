import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { findDemand, type SignatoryDemand } from '#db/people/organisation/signatory-demands.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { servicesContext } from '../../../context.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Door } from '../../person/door.tsx';
import type { Route } from './+types/signatory-link';

export const handle = staticPage;

const words = signatory.link;

type State =
  | { readonly kind: 'asked'; readonly demand: SignatoryDemand }
  | { readonly kind: 'confirmed' | 'refused'; readonly name: string; readonly organisation: string }
  | { readonly kind: 'unusable' };

const unusable = () => data<State>({ kind: 'unusable' }, { status: 404 });

/** [O8] Looking changes nothing: programs that check links of mails look too. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, now } = context.get(servicesContext);
  const demand = await findDemand(db, { token: params.jeton, now: now() });
  return demand ? data<State>({ kind: 'asked', demand }) : unusable();
}

const Gesture = z.object({ intent: z.enum(['confirm', 'refuse']) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { operations, db, now } = context.get(servicesContext);
  const token = params.jeton;
  if (!(await findDemand(db, { token, now: now() }))) return unusable();
  const isOurs = parseForm(Gesture, await request.formData()).intent === 'confirm';
  const answered = await operations.run('signatory.answer', { userId: null }, { token, isOurs });
  if (!answered.ok) return unusable();
  const { person, organisation } = answered.value;
  return data<State>({ kind: isOurs ? 'confirmed' : 'refused', name: person.name, organisation });
}

export default function SignatoryLink({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? loaderData;
  if (state.kind === 'unusable') {
    return (
      <Door title={words.unusableTitle}>
        <title>{frame.pageTitle(words.title)}</title>
        <p className="lead mt-3">{signatory.errors['signatory.linkUnusable']}</p>
        <p className="mt-5">
          <Link to={paths.home()}>{frame.homeLink}</Link>
        </p>
      </Door>
    );
  }
  const organisation = state.kind === 'asked' ? state.demand.organisation : state.organisation;
  return (
    <Door title={words.heading(organisation)}>
      <title>{frame.pageTitle(words.title)}</title>
      <div className="mt-4">
        {state.kind === 'asked' ? (
          <Demand {...state.demand} />
        ) : (
          <Notice kind={state.kind === 'confirmed' ? 'success' : 'info'}>
            {words[state.kind](state.name)}
          </Notice>
        )}
      </div>
    </Door>
  );
}

function Demand({ name, email, jobTitle, organisation, askedAt }: SignatoryDemand) {
  return (
    <>
      <p className="break-words">{words.asks(name, organisation)}</p>
      <dl className="stack mt-4">
        <div>
          <dt className="over">{words.account}</dt>
          <dd className="break-words">{email}</dd>
        </div>
        {jobTitle && (
          <div>
            <dt className="over">{words.jobTitle}</dt>
            <dd className="break-words">{jobTitle}</dd>
          </div>
        )}
        <div>
          <dt className="over">{words.askedAt}</dt>
          <dd>{dates.exact(askedAt)}</dd>
        </div>
      </dl>
      <p className="muted small mt-4">{words.meaning}</p>
      <Form method="post" reloadDocument className="row mt-5">
        <button className="btn primary wide-s" type="submit" name="intent" value="confirm">
          {words.confirm}
        </button>
        <button className="btn wide-s" type="submit" name="intent" value="refuse">
          {words.refuse}
        </button>
      </Form>
    </>
  );
}
