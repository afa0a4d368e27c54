import { CircleAlert } from 'lucide-react';
import { Form } from 'react-router';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { City } from '../../ui/city.tsx';

interface ChapterCitiesProps {
  /** Those that may be expected, the expected ones among them. */
  readonly cities: readonly OrganisationBadge[];
  readonly expected: readonly string[];
  readonly canEdit: boolean;
  readonly error: string | undefined;
}

/** [SY6] The cities that are expected to write in a chapter. */
export function ChapterCities({ cities, expected, canEdit, error }: ChapterCitiesProps) {
  const asked = cities.filter(({ id }) => expected.includes(id));
  return (
    <section className="plate" aria-labelledby="villes">
      <h2 id="villes">{words.cities}</h2>
      {!canEdit && asked.length === 0 && <p className="muted">{words.notExpected}</p>}
      {!canEdit && (
        <ul className="ruled mt-2">
          {asked.map(({ id, name, colour }) => (
            <li key={id}>
              <City name={name} colour={colour} />
            </li>
          ))}
        </ul>
      )}
      {canEdit && cities.length === 0 && <p className="muted">{words.noCities}</p>}
      {canEdit && cities.length > 0 && (
        <Form method="post">
          <input type="hidden" name="intent" value="cities" />
          <fieldset className={error ? 'field invalid' : undefined} aria-describedby="cities-hint">
            <legend className="vh">{words.cities}</legend>
            <p className="muted small mb-2" id="cities-hint">
              {words.citiesHint}
            </p>
            {error && (
              <p className="error" role="alert">
                <CircleAlert className="icon" aria-hidden="true" />
                <span>{error}</span>
              </p>
            )}
            {cities.map(({ id, name }) => (
              <label className="check" key={id}>
                <input type="checkbox" name="cities" value={id} defaultChecked={expected.includes(id)} />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <button className="btn mt-3" type="submit">
            {words.saveCities}
          </button>
        </Form>
      )}
    </section>
  );
}
