import { listEntryPlaces } from '#db/programme/application/entry-places.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { placeText } from '#shared/people/entry/entry.ts';
import { apply as words } from '#shared/programme/application/apply.fr.ts';
import { toPrepare } from '#shared/programme/application/to-prepare.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { act, gestureOf } from '../../../kernel/gesture.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { staticPage } from '../../../kernel/static-page.ts';
import {
  AddressStep,
  CodeStep,
  DemoLetter,
  OtherDoors,
  PlaceStep,
  type StepRefusal,
} from '../../../people/entry/step-forms.tsx';
import { StepDone, StepNext, StepNow, Steps } from '../../../people/entry/steps.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { applyGestures, findOtherCall, readMine, requireCall } from '../apply.server.ts';
import { ApplyAside } from '../apply-aside.tsx';
import { OpenedStep, ReadyStep } from '../draft-step.tsx';
import { readSteps } from '../entry-steps.server.ts';
import { SiteFrame } from '../site-frame.tsx';
import type { Route } from './+types/apply';

export const handle = staticPage;
type Data = Route.ComponentProps['loaderData'];

/** [AP14] Where a city answers an open call, whether anybody has invited it or not. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { call, form, state } = await requireCall(context, params.appel);
  const isOpen = state === 'open';
  const { db } = context.get(servicesContext);
  const places = isOpen ? await listEntryPlaces(db) : [];
  return {
    call,
    isOpen,
    opensAt: state === 'announced' ? call.opensAt : null,
    other: isOpen ? null : await findOtherCall(context, call),
    places,
    sections: form.sections.map(({ key, title }) => ({ key, title })),
    toPrepare: toPrepare(form),
    steps: await readSteps(context, request, places),
    mine: await readMine(context, call, form),
  };
}

/** What somebody has said, and their draft, is nobody else’s. */
export function headers() {
  return { 'Cache-Control': 'no-store' };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { call, state } = await requireCall(context, params.appel);
  const form = await request.formData();
  gestureOf(form, applyGestures);
  // It may have closed while the code was on its way.
  if (state !== 'open')
    throw goOn(context, { to: programmePaths.apply(call), said: words.closed.over, focus: null });
  return act(context, form, applyGestures, { request, call });
}

export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
  const { call, isOpen } = loaderData;
  const refusal: StepRefusal | undefined = actionData;
  return (
    <SiteFrame>
      <title>{`${words.crumb} · ${call.title} · ${frame.product}`}</title>
      <meta name="robots" content="noindex" />
      <nav className="crumbs mb-5" aria-label={frame.breadcrumb}>
        <ol>
          <li className="here-s">
            <a href={programmePaths.call(call)}>{call.title}</a>
          </li>
          <li>
            <a href={programmePaths.apply(call)} aria-current="page">
              {words.crumb}
            </a>
          </li>
        </ol>
      </nav>
      <h1>{words.title}</h1>
      {isOpen ? (
        <>
          <p className="lead mt-3">
            {words.lead}
            <strong>{dates.exact(call.closesAt)}</strong>.
          </p>
          <div className="apply">
            <Steps>
              <ApplySteps {...loaderData} refusal={refusal} />
            </Steps>
            <ApplyAside
              closesAt={call.closesAt}
              toPrepare={loaderData.toPrepare}
              questions={`${programmePaths.call(call)}#questions`}
            />
          </div>
        </>
      ) : (
        <Closed {...loaderData} />
      )}
    </SiteFrame>
  );
}

function ApplySteps({
  call,
  places,
  steps,
  mine,
  sections,
  refusal,
}: Data & { refusal: StepRefusal | undefined }) {
  const { step } = entry.steps;
  if (mine?.draft || mine?.organisation)
    return <OwnSteps mine={mine} sections={sections} call={call} refusal={refusal} />;
  const { place, sent } = steps;
  const [first, second, third] = [entry.steps.place, entry.steps.address, entry.steps.code];
  const here = programmePaths.apply(call);
  if (!place)
    return (
      <>
        <StepNow title={step(1, first)}>
          <PlaceStep
            {...{ label: entry.place.label, hint: entry.place.hint, places }}
            {...{ typed: steps.typed, found: steps.found }}
            hrefOf={({ value }) => `${programmePaths.apply(call, { place: value })}#etape`}
          />
        </StepNow>
        <StepNext title={step(2, second)} />
        <StepNext title={step(3, third)} />
      </>
    );
  const chosen = (
    <StepDone title={step(1, first)} said={place.name} detail={place.detail} edit={`${here}#etape`} />
  );
  if (mine)
    return (
      <>
        {chosen}
        <StepNow title={words.ready.title}>
          <ReadyStep organisation={placeText(place)} agreements={[]} refusal={refusal} />
        </StepNow>
      </>
    );
  if (!sent || steps.isEditing)
    return (
      <>
        {chosen}
        <StepNow title={step(2, second)}>
          <AddressStep email={sent?.email ?? ''} refusal={refusal} />
          <OtherDoors doors={steps.doors} />
        </StepNow>
        <StepNext title={step(3, third)} />
      </>
    );
  return (
    <>
      {chosen}
      <StepDone
        {...{ title: step(2, second), said: sent.email }}
        edit={`${programmePaths.apply(call, { place: place.value, edit: true })}#etape`}
      />
      <StepNow title={step(3, third)}>
        <CodeStep sentAt={sent.sentAt} submit={entry.code.submit} refusal={refusal} />
        {steps.letter && <DemoLetter to={sent.email} letter={steps.letter} />}
      </StepNow>
    </>
  );
}

function OwnSteps({
  mine,
  call,
  sections,
  refusal,
}: Pick<Data, 'call' | 'sections'> & { mine: NonNullable<Data['mine']>; refusal: StepRefusal | undefined }) {
  const { draft, name, isTied, link } = mine;
  const organisation = draft?.organisation ?? mine.organisation ?? '';
  const said = words.opened;
  const invite = { subject: said.inviteSubject(call.title), body: said.inviteBody(link) };
  return (
    <>
      <StepDone title={entry.steps.step(1, entry.steps.place)} said={organisation} />
      {draft ? (
        <StepNow title={said.title}>
          <OpenedStep
            {...draft}
            {...{ sections, isTied, me: name }}
            inviteHref={`mailto:?${Object.entries(invite)
              .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
              .join('&')}`}
          />
        </StepNow>
      ) : (
        <StepNow title={words.ready.title}>
          <ReadyStep organisation={organisation} agreements={mine.agreements} refusal={refusal} />
        </StepNow>
      )}
    </>
  );
}

/** No form: why, and which call comes next. */
function Closed({ call, opensAt, other }: Data) {
  const said = words.closed;
  return (
    <div className="mt-5 max-w-(--measure)">
      <Notice kind="info">
        <p>{opensAt ? said.announced(opensAt) : said.over}</p>
        <p className="mt-2">
          {other ? (
            <a href={other.href}>
              {other.isOpen ? said.other(other.title) : said.next(other.title, other.opensAt)}
            </a>
          ) : (
            !opensAt && said.none
          )}
        </p>
      </Notice>
      <p className="mt-4">
        <a className="btn" href={programmePaths.call(call)}>
          {said.back}
        </a>
      </p>
    </div>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} />;
}
