import { listFacilitatorsOfCity } from '#db/programme/facilitator/territorial-facilitators.ts';
import { findCity } from '#db/programme/territory/territories.ts';
import { listAdoptions } from '#db/publication/adoption/adoption-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { municipalityCodeOf } from '#shared/programme/territory/municipality-code.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { CityAdoptions } from '../../../publication/adoption/city-adoptions.tsx';
import { FacilitatorsOfCity } from '../../facilitator/facilitators-of-city.tsx';
import { CityAgreement, CityOrganisations, CityTerritory, MergedNote } from '../city-sections.tsx';
import type { Route } from './+types/city';

const words = territory;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ city }) => [
    { href: paths.cities(), label: words.cities },
    { href: paths.city(city.code), label: city.name },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const code = municipalityCodeOf(params.code);
  const { db, now } = context.get(servicesContext);
  const city = code ? await findCity(db, code) : null;
  if (!city) throw notFound();
  return {
    city,
    adoptions: await listAdoptions(db, { userId, now: now(), municipalityCode: city.code }),
    facilitators: await listFacilitatorsOfCity(db, { code: city.code, reader: { userId, now: now() } }),
  };
}

export default function City({ loaderData: { city, adoptions, facilitators } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(city.name, words.cities)}</title>
      <div className="head">
        <div>
          <p className="over row">
            {words.city.agreementOver(city.agreement.id)}
            {!city.agreement.isInProgramme && <span className="badge">{words.later}</span>}
          </p>
          <h1>{city.name}</h1>
          <p className="lead">
            {city.department.name}, {city.region.name}
          </p>
        </div>
      </div>
      {city.replacedBy && <MergedNote into={city.replacedBy} />}
      <div className="cols">
        <div>
          <CityTerritory city={city} />
          <CityAgreement city={city} />
        </div>
        <aside aria-label={words.city.here}>
          <CityOrganisations organisations={city.organisations} />
          <CityAdoptions adoptions={adoptions} />
          <FacilitatorsOfCity facilitators={facilitators} />
        </aside>
      </div>
      <p className="muted small mt-8">{words.source}</p>
    </main>
  );
}
