import { data, type RouterContextProvider, redirect } from 'react-router';
import { findTie } from '#db/people/entry/ties.ts';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import { findApplication, listOwnApplications } from '#db/programme/application/applications.ts';
import { listAgreementsToSay } from '#db/programme/application/entry-places.ts';
import { type Call, currentForm, findCall, listCalls } from '#db/programme/call/calls.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { apply as words } from '#shared/programme/application/apply.fr.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { depositForm } from '#shared/programme/application/form-parts.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { type Member, memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { type Gesture, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';
import { enter } from '../../people/person/enter.server.ts';
import { codeGestures, type StepsPage, takeCode } from './entry-steps.server.ts';

type Context = Readonly<RouterContextProvider>;

/** A call that everybody sees, with its form and where it stands. */
export async function requireCall(context: Context, segment: string | undefined) {
  const { db, now } = context.get(servicesContext);
  const callId = idOfSegment(segment);
  const at = now();
  const call = callId ? await findCall(db, { callId, mayPrepare: false, now: at }) : null;
  const current = call && (await currentForm(db, call.id));
  if (!call || !current) throw notFound();
  return { call, form: depositForm(current.form), state: callStateAt(call, at) };
}

/** The call that is open, or opens first, beside this one; null for none. */
export async function findOtherCall(context: Context, { id }: Call) {
  const { db, now } = context.get(servicesContext);
  const at = now();
  const others = (await listCalls(db, { mayPrepare: false, now: at })).filter((call) => call.id !== id);
  const open = others.find((call) => callStateAt(call, at) === 'open');
  const next = others
    .filter((call) => callStateAt(call, at) === 'announced')
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())[0];
  const other = open ?? next;
  return other
    ? { title: other.title, opensAt: other.opensAt, href: programmePaths.call(other), isOpen: other === open }
    : null;
}

/** Where somebody who is signed in stands with this call; null for a visitor. */
export async function readMine(context: Context, call: Call, form: Form) {
  const { db, origin } = context.get(servicesContext);
  const member = context.get(memberContext);
  if (!member) return null;
  const own = await ownOrganisation(context, member);
  const [mine] = (await listOwnApplications(db, { userId: member.id, callId: call.id })).filter(
    ({ status }) => status !== 'withdrawn',
  );
  const found = mine ? await findApplication(db, { applicationId: mine.id, userId: member.id }) : null;
  const draft = found && {
    href: programmePaths.application(found),
    organisation: found.organisation.name,
    isDraft: found.status === 'draft' || found.status === 'correction',
    isBegun: found.completeness > 0,
    by: found.heldBy && found.heldBy.id !== member.id ? found.heldBy.name : null,
  };
  const of = own && { organisationId: own.id, callId: call.id, form };
  return {
    name: member.name,
    organisation: own?.name ?? null,
    isTied: member.organisation !== null,
    agreements: of && !draft ? await listAgreementsToSay(db, of) : [],
    draft,
    link: origin + programmePaths.apply(call),
  };
}

/** One's own organisation, or the one that one waits to be of. */
async function ownOrganisation(context: Context, member: Member) {
  if (member.organisation) return member.organisation;
  const { db } = context.get(servicesContext);
  const tie = await findTie(db, member.id);
  return tie && !tie.isRefused ? findOrganisationBadge(db, tie.organisationId) : null;
}

/** What the buttons of the page know of it. */
interface ApplyPage extends StepsPage {
  readonly call: Call;
}

const placeIn = ({ url }: Request) => (new URL(url).searchParams.get('lieu') ?? '').slice(0, 100);
const opened = (call: Call) => `${programmePaths.apply(call)}#etape`;

/** [EN3] With the right code: signed in, and the draft open where nothing more has to be said. */
const enterCall: Gesture<ApplyPage>['perform'] = async (context, { request, call }, form) => {
  const { auth, operations } = context.get(servicesContext);
  const used = await takeCode(context, request, form);
  if (!used.ok) return used.answer;
  const lieu = placeIn(request);
  const asked = { pass: used.pass, appel: call.id, lieu };
  const entered = await operations.run('application.enter', { userId: null }, asked);
  if (!entered.ok) return refuseBy({ ...entered, fields: { '': entered.error } }, { form: 'use' });
  const { userId, isNew } = entered.value;
  const next = `${programmePaths.apply(call, { place: lieu })}#etape`;
  const answer = await enter(auth, request, { userId, next, cookies: [used.cookie] });
  if (typeof answer === 'string')
    return data({ errors: { '': answer }, values: { form: 'use' } }, { status: 422 });
  // Behind a second factor nothing is opened yet. What refuses a draft is said by the page that follows, when its button is pressed.
  if (answer.headers.get('Location') === next && (await hasNothingToSay(context, userId, call)))
    await operations.run(
      'application.begin',
      { userId },
      { appel: call.id, lieu: isNew ? lieu : '', convention: '' },
    );
  throw answer;
};

/** Whoever waits for a tie to an organisation without convention says which one first. */
async function hasNothingToSay(context: Context, userId: string, call: Call): Promise<boolean> {
  const { db } = context.get(servicesContext);
  const [tie, current] = [await findTie(db, userId), await currentForm(db, call.id)];
  if (!tie || !current) return true;
  const of = { organisationId: tie.organisationId, callId: call.id, form: current.form };
  return (await listAgreementsToSay(db, of)).length === 0;
}

/** [AP14] Opens the draft of whoever is signed in, or joins the one of their organisation. */
const beginCall: Gesture<ApplyPage>['perform'] = async (context, { request, call }, form) => {
  const { operations } = context.get(servicesContext);
  const member = context.get(memberContext);
  const convention = text(form.getAll('convention'));
  if (convention === null) throw notOurs();
  if (!member) throw redirect(paths.signIn(programmePaths.apply(call)));
  const own = await ownOrganisation(context, member);
  const asked = { appel: call.id, lieu: own ? '' : placeIn(request), convention: convention.slice(0, 20) };
  const begun = await operations.run('application.begin', { userId: member.id }, asked);
  if (begun.ok) return { to: opened(call), said: words.opened.title, focus: null };
  const fields = 'convention' in begun.fields ? begun.fields : { '': begun.error };
  return refuseBy({ error: begun.error, fields }, { convention, form: 'begin' });
};

/** What the buttons of the page do. */
export const applyGestures = {
  ...codeGestures,
  use: { perform: enterCall },
  begin: { perform: beginCall },
};
