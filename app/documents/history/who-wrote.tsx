import { documentPast as words } from '#shared/documents/document-past.fr.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { City } from '../../ui/city.tsx';

/** The part of an organisation in a text; null: people of none, or who left. */
export interface Contribution {
  readonly organisation: OrganisationBadge | null;
  readonly percent: number;
}

/** [V6] Who wrote the text, as parts of organisations: a sentence, and bars that are a table. */
export function WhoWrote({
  contributions,
  csv,
}: {
  contributions: readonly Contribution[];
  /** Address of the same as a file. */
  csv: string;
}) {
  const named = contributions.map(({ organisation, percent }) => ({
    name: organisation?.name ?? words.noOrganisation,
    percent,
  }));
  return (
    <figure className="contrib">
      <figcaption className="vh">{words.who.sentence(named)}</figcaption>
      <table>
        <caption className="vh">{words.who.table}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{words.who.organisation}</th>
            <th scope="col">{words.who.part}</th>
          </tr>
        </thead>
        <tbody>
          {contributions.map(({ organisation, percent }) => (
            <tr key={organisation?.id ?? ''} className={`v${organisation?.colour ?? 0}`}>
              <th scope="row">
                <City name={organisation?.name ?? words.noOrganisation} colour={organisation?.colour ?? 0} />
              </th>
              <td>
                <span className="bar" aria-hidden="true">
                  <span style={{ width: `${percent}%` }} />
                </span>
                {words.who.percent(percent)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="contrib-csv">
        <a href={csv} download>
          {words.who.csv}
        </a>
      </p>
    </figure>
  );
}
