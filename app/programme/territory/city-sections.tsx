import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { City } from '#shared/programme/territory/city.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Plate } from '../../ui/page/plate.tsx';

const words = territory.city;
const { inhabitants, unknownPopulation } = territory;

/** Wider than on a board’s panel: « Intercommunalité » is a long word. */
const facts = 'facts grid-cols-[8.5rem_minmax(0,1fr)] text-base [&>dt]:pt-0';

/** Where the commune is, and how many live there. */
export function CityTerritory({ city }: { city: City }) {
  const {
    department,
    region,
    intermunicipality,
    intermunicipalityPopulation,
    population,
    postalCodes,
    code,
  } = city;
  return (
    <Plate id="territory" title={words.territory}>
      <dl className={facts}>
        <dt>{words.department}</dt>
        <dd>
          {department.name} ({department.code})
        </dd>
        <dt>{words.region}</dt>
        <dd>{region.name}</dd>
        <dt>{words.intermunicipality}</dt>
        <dd>
          {intermunicipality ?? words.noIntermunicipality}
          {intermunicipalityPopulation !== null && (
            <span className="muted block small">{inhabitants(intermunicipalityPopulation)}</span>
          )}
        </dd>
        <dt>{words.population}</dt>
        <dd>{population === null ? unknownPopulation : inhabitants(population)}</dd>
        <dt>{words.postalCodes(postalCodes.length)}</dt>
        <dd>{postalCodes.join(', ')}</dd>
        <dt>{words.code}</dt>
        <dd>{code}</dd>
      </dl>
    </Plate>
  );
}

/** The convention, and the communes that signed it together. */
export function CityAgreement({ city: { agreement, twins } }: { city: City }) {
  const { id, name, isInProgramme, signedOn } = agreement;
  return (
    <Plate id="agreement" title={words.agreement}>
      <dl className={facts}>
        <dt>{words.number}</dt>
        <dd>{id}</dd>
        <dt>{words.name}</dt>
        <dd>{name}</dd>
        <dt>{words.twins}</dt>
        <dd>
          {twins.length === 0 && words.alone}
          {twins.map((twin) => (
            <Link className="mr-3" key={twin.code} to={paths.city(twin.code)}>
              {twin.name}
            </Link>
          ))}
        </dd>
        <dt>{words.scope}</dt>
        <dd>{isInProgramme ? words.inProgramme : words.outOfProgramme}</dd>
        <dt>{words.signedOn}</dt>
        <dd>
          {signedOn ? (
            <time dateTime={signedOn}>{dates.short(new Date(`${signedOn}T12:00:00Z`))}</time>
          ) : (
            words.unknownDate
          )}
          {signedOn && <span className="muted block small">{words.dateNote}</span>}
        </dd>
      </dl>
    </Plate>
  );
}

/** Who of the commune works here. */
export function CityOrganisations({ organisations }: Pick<City, 'organisations'>) {
  return (
    <Plate id="here" title={words.here}>
      {organisations.length === 0 && <p className="muted small">{words.nobodyHere}</p>}
      <ul className="ruled">
        {organisations.map(({ id, name, shortName, colour }) => (
          <li className="person" key={id}>
            <Avatar letters={shortName} colour={colour} label={null} isSquare isSmall />
            {name}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** A commune that signed and was merged since still has its page, which says where it went. */
export function MergedNote({ into }: { into: { readonly code: string; readonly name: string } }) {
  return (
    <p className="note warning mb-6">
      <TriangleAlert className="icon" aria-hidden="true" />
      <span>
        {words.merged} {into.name} ({into.code}).
      </span>
    </p>
  );
}
