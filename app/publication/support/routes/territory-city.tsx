import { data, Link } from 'react-router';
import { countPeopleOf } from '#db/publication/support/support-rights.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { Id } from '#shared/kernel/input.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { adoption } from '#shared/publication/adoption/adoption.fr.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { type TerritoryCity, waitingOf } from '#shared/publication/support/territory.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { SupportFields, WriteForm } from '../support-form.tsx';
import { supportGestures } from '../support-gestures.server.ts';
import { OwnSupports } from '../support-list.tsx';
import { requireTerritory } from '../territory.server.ts';
import type { Route } from './+types/territory-city';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ city }) => [
    { href: supportPaths.territory(), label: words.title },
    { href: supportPaths.territoryCity(city.id), label: city.name },
  ],
});

/** [AT5] A city of the territory of whoever asks; for everybody else it is absent. */
async function requireCity({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const id = Id.safeParse(params.ville);
  if (!id.success) throw notFound();
  const { cities, at } = await requireTerritory(context, id.data);
  const [city] = cities;
  if (!city?.id) throw notFound();
  return { city: { ...city, id: city.id }, at };
}

export async function loader(args: Route.LoaderArgs) {
  const { city, at } = await requireCity(args);
  const { db } = args.context.get(servicesContext);
  return { city, people: await countPeopleOf(db, city.id), today: parisDay(at) };
}

export async function action(args: Route.ActionArgs) {
  const { request, context } = args;
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { city } = await requireCity(args);
  return act(context, await request.formData(), supportGestures, { cityId: city.id });
}

const EMPTY = { typed: {}, errors: {}, answer: undefined };

export default function TerritoryCityPage({
  loaderData: { city, people, today },
  actionData,
}: Route.ComponentProps) {
  const given = (form: string) =>
    actionData?.values.form === form
      ? { typed: actionData.values, errors: actionData.errors, answer: actionData }
      : EMPTY;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(city.name, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{words.standings[city.standing]}</p>
          <h1 className="break-words">{city.name}</h1>
          {city.department && <p className="lead">{city.department.name}</p>}
        </div>
        {city.code && (
          <Link className="btn" to={paths.city(city.code)}>
            {words.city.page}
          </Link>
        )}
      </div>
      <div className="cols">
        <div>
          <CityAsks city={city} />
          <section className="plate" aria-labelledby="supports">
            <header>
              <h2 id="supports" tabIndex={-1}>
                {words.city.supports}
              </h2>
            </header>
            {city.supports.length === 0 && <p className="muted">{words.city.supportsEmpty}</p>}
            <OwnSupports supports={city.supports} today={today} refused={actionData} />
          </section>
          <Plate id="note" title={words.note.title}>
            <p className="muted mb-3">{words.note.lead}</p>
            <SupportFields key={city.supports.length} intent="note" today={today} {...given('note')} />
          </Plate>
        </div>
        <aside className="stack-lg" aria-label={words.city.experiments}>
          <CityWork city={city} />
          <Plate id="write" title={words.write.title}>
            <WriteForm key={city.supports.length} people={people} {...given('write')} />
          </Plate>
        </aside>
      </div>
    </main>
  );
}

/** [AT6] What the city asks, and the gesture that answers it. */
function CityAsks({ city }: { readonly city: TerritoryCity }) {
  const isWaiting = waitingOf(city).length > 0;
  return (
    <Plate id="asks" title={words.city.asks}>
      {city.asks.length === 0 && <p className="muted">{words.city.asksEmpty}</p>}
      <ul className="ruled">
        {city.asks.map(({ kind, title, by, at, message, waits }) => (
          <li key={`${kind} ${at.toISOString()}`}>
            <p className={waits ? 'font-semibold' : undefined}>{words.ask(kind, title)}</p>
            {message && <p className="whitespace-pre-line break-words">{message}</p>}
            <p className="muted small">{words.since(dates.short(at), by)}</p>
          </li>
        ))}
      </ul>
      {isWaiting && (
        <PostButton fields={{ intent: 'offer' }} className="btn primary" formClassName="mt-3">
          {words.city.offered}
        </PostButton>
      )}
    </Plate>
  );
}

function CityWork({ city: { experiments, adoptions } }: { readonly city: TerritoryCity }) {
  return (
    <>
      <Plate id="experiments" title={words.city.experiments}>
        {experiments.length === 0 && <p className="muted">{words.city.noExperiments}</p>}
        <ul className="links">
          {experiments.map(({ id, title }) => (
            <li key={id}>
              <Link to={programmePaths.experiment({ id, title })}>{title}</Link>
            </li>
          ))}
        </ul>
      </Plate>
      <Plate id="adoptions" title={words.city.adoptions}>
        {adoptions.length === 0 && <p className="muted">{words.city.noAdoptions}</p>}
        <ul className="ruled">
          {adoptions.map(({ title, interest }) => (
            <li key={title}>
              {title}
              <span className="muted block small">
                {interest ? adoption.states[interest] : words.checking}
              </span>
            </li>
          ))}
        </ul>
      </Plate>
    </>
  );
}
