import { data } from 'react-router';
import { listEntryPlaces, organisationKnownAs } from '#db/programme/application/entry-places.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { nameFromAddress, placeText } from '#shared/people/entry/entry.ts';
import { entryPaths } from '#shared/people/entry/entry-paths.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { act, type Gesture, text } from '../../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../../kernel/refusal.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { RequestStep } from '../../../people/entry/request-step.tsx';
import {
  AddressStep,
  CodeStep,
  DemoLetter,
  PlaceStep,
  type StepRefusal,
} from '../../../people/entry/step-forms.tsx';
import { StepDone, StepNext, StepNow, Steps } from '../../../people/entry/steps.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { codeGestures, readSteps, type StepsPage, takeCode } from '../entry-steps.server.ts';
import { SiteFrame } from '../site-frame.tsx';
import type { Route } from './+types/ask-entry';

export const handle = staticPage;
const words = entry.ask;

/** Somebody whose organisation no list has: they say it themselves. */
const OTHER = { value: 'autre', name: words.other, detail: '' };

/** [EN7] Where anybody asks for an access. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const places = [...(await listEntryPlaces(db)), OTHER];
  return {
    isMember: context.get(memberContext) !== null,
    places,
    steps: await readSteps(context, request, places),
    isSent: new URL(request.url).searchParams.has('envoyee'),
  };
}

/** What somebody has said is nobody else’s. */
export function headers() {
  return { 'Cache-Control': 'no-store' };
}

export async function action({ request, context }: Route.ActionArgs) {
  return act(context, await request.formData(), gestures, { request });
}

/** With the right code: the form that follows, with what proves the address. */
const prove: Gesture<StepsPage>['perform'] = async (context, { request }, form) => {
  const email = (await context.get(servicesContext).waysIn.codes.waiting(request.headers))?.email ?? '';
  const used = await takeCode(context, request, form);
  if (!used.ok) return used.answer;
  const values = { name: nameFromAddress(email), pass: used.pass, email, form: 'ask' };
  return data({ errors: {}, values }, { headers: { 'Set-Cookie': used.cookie } });
};

/** Sends the request of an address that was proven. */
const ask: Gesture<StepsPage>['perform'] = async (context, { request }, form) => {
  const { db, operations } = context.get(servicesContext);
  const read = (name: string) => {
    const sent = text(form.getAll(name));
    if (sent === null) throw notOurs();
    return sent;
  };
  const said = { name: read('name'), wish: read('wish'), reason: read('reason'), autre: read('autre') };
  const pass = read('pass').slice(0, 1_000);
  const value = new URL(request.url).searchParams.get('lieu') ?? '';
  const place = (await listEntryPlaces(db)).find((one) => one.value === value) ?? null;
  const organisation = place && (await organisationKnownAs(db, place.value));
  const sent = await operations.run(
    'entryRequest.send',
    { userId: null },
    {
      ...{ pass, name: said.name, wish: said.wish, reason: said.reason },
      organisationId: organisation ?? '',
      organisationName: (place ? placeText(place) : said.autre).slice(0, 200),
    },
  );
  if (sent.ok) return { to: `${entryPaths.ask()}?envoyee`, said: words.sent, focus: null };
  return refuseBy(sent, { ...said, pass, email: read('email'), form: 'ask' });
};

const gestures = { ...codeGestures, use: { perform: prove }, ask: { perform: ask } };

export default function AskEntry({ loaderData, actionData }: Route.ComponentProps) {
  const { isMember, isSent } = loaderData;
  return (
    <SiteFrame>
      <title>{`${words.title} · ${frame.product}`}</title>
      <h1>{words.title}</h1>
      {isMember || isSent ? (
        <div className="mt-5 max-w-(--measure)">
          <Notice kind={isSent ? 'success' : 'info'}>
            {isSent && <p>{words.sent}.</p>}
            <p>{isSent ? words.sentText : words.signedIn}</p>
          </Notice>
          <p className="mt-4">
            <a className="btn" href={paths.home()}>
              {words.home}
            </a>
          </p>
        </div>
      ) : (
        <>
          <p className="lead mt-3 max-w-(--measure)">{words.lead}</p>
          <div className="mt-6">
            <Steps>
              <AskSteps {...loaderData} answer={actionData} />
            </Steps>
          </div>
        </>
      )}
    </SiteFrame>
  );
}

function AskSteps({
  places,
  steps,
  answer,
}: Pick<Route.ComponentProps['loaderData'], 'places' | 'steps'> & { answer: StepRefusal | undefined }) {
  const { step } = entry.steps;
  const [first, second, third] = [entry.steps.organisation, entry.steps.address, entry.steps.code];
  const { place, sent } = steps;
  if (!place)
    return (
      <>
        <StepNow title={step(1, first)}>
          <PlaceStep
            {...{ label: entry.place.organisationLabel, hint: words.otherHint, places }}
            {...{ typed: steps.typed, found: steps.found }}
            hrefOf={({ value }) => `${entryPaths.ask({ place: value })}#etape`}
          />
          <p className="small mt-3">
            <a href={`${entryPaths.ask({ place: OTHER.value })}#etape`}>{words.other}</a>
          </p>
        </StepNow>
        <StepNext title={step(2, second)} />
        <StepNext title={step(3, third)} />
      </>
    );
  const chosen = (
    <StepDone
      title={step(1, first)}
      said={place.name}
      detail={place.detail}
      edit={`${entryPaths.ask()}#etape`}
    />
  );
  if (answer?.values.pass)
    return (
      <>
        {chosen}
        <StepDone
          title={entry.steps.two(entry.steps.addressDone)}
          said={answer.values.email ?? ''}
          detail={words.verified}
        />
        <StepNow title={step(4, words.request)}>
          <RequestStep
            {...{ pass: answer.values.pass, email: answer.values.email ?? '' }}
            isOther={place.value === OTHER.value}
            refusal={answer}
          />
        </StepNow>
      </>
    );
  if (!sent || steps.isEditing)
    return (
      <>
        {chosen}
        <StepNow title={step(2, second)}>
          <AddressStep email={sent?.email ?? ''} refusal={answer} />
        </StepNow>
        <StepNext title={step(3, third)} />
      </>
    );
  return (
    <>
      {chosen}
      <StepDone
        {...{ title: step(2, second), said: sent.email }}
        edit={`${entryPaths.ask({ place: place.value, edit: true })}#etape`}
      />
      <StepNow title={step(3, third)}>
        <CodeStep sentAt={sent.sentAt} submit={entry.code.check} refusal={answer} />
        {steps.letter && <DemoLetter to={sent.email} letter={steps.letter} />}
      </StepNow>
    </>
  );
}
