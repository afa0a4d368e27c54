import { data, Link } from 'react-router';
import {
  findFacilitator,
  listCitiesOfFacilitator,
} from '#db/programme/facilitator/territorial-facilitators.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { deskPaths } from '#shared/programme/facilitator/desk-paths.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { FacilitatorFacts } from '../facilitator-facts.tsx';
import { facilitatorGestures } from '../facilitator-gestures.server.ts';
import type { Route } from './+types/facilitator';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ facilitator: { id, name } }) => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.facilitator({ id, title: name }), label: name },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const id = idOfSegment(params.structure);
  const facilitator = id ? await findFacilitator(db, { id, reader: { userId, now: now() } }) : null;
  if (!facilitator) throw notFound();
  const mayWrite = canOnPlatform(platformRole, 'programme.coordinate');
  return {
    facilitator,
    cities: await listCitiesOfFacilitator(db, facilitator.id),
    mayWrite,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  requirePlatform(context, 'programme.coordinate');
  const facilitatorId = idOfSegment(params.structure);
  if (!facilitatorId) throw notFound();
  return act(context, await request.formData(), facilitatorGestures, { facilitatorId });
}

export default function Facilitator({ loaderData }: Route.ComponentProps) {
  const { facilitator, cities, mayWrite } = loaderData;
  const { id, name, offer, areas } = facilitator;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(name, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{words.one}</p>
          <h1 className="break-words">{name}</h1>
        </div>
        {mayWrite && (
          <p className="row">
            <Link to={deskPaths.supportsOf({ id, title: name })}>{words.supports}</Link>
            <PostButton fields={{ intent: 'remove' }} className="btn quiet">
              {words.remove}
            </PostButton>
            <Link className="btn" to={programmePaths.facilitatorEdit({ id, title: name })}>
              {words.edit}
            </Link>
          </p>
        )}
      </div>
      <div className="cols">
        <div>
          <Plate id="offer" title={words.facts.offer}>
            <p className={offer ? 'whitespace-pre-line break-words' : 'muted'}>
              {offer || words.facts.noOffer}
            </p>
          </Plate>
          <Plate id="areas" title={words.areas}>
            {areas.length === 0 && <p className="muted">{words.noAreas}</p>}
            <ul className="row">
              {areas.map((area) => (
                <li key={`${area.level} ${area.code}`} className="badge">
                  {area.name}
                </li>
              ))}
            </ul>
          </Plate>
          <Plate
            id="cities"
            title={words.cities}
            beside={cities.length > 0 && <span>{words.cityCount(cities.length)}</span>}
          >
            {cities.length === 0 && <p className="muted">{words.noCities}</p>}
            <ul className="columns-2 sm:columns-3">
              {cities.map((city) => (
                <li key={city.code}>
                  <Link to={paths.city(city.code)}>{city.name}</Link>
                </li>
              ))}
            </ul>
          </Plate>
        </div>
        <aside aria-label={words.facts.title}>
          <FacilitatorFacts facilitator={facilitator} />
        </aside>
      </div>
    </main>
  );
}
