import { Link } from 'react-router';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { paths } from '#shared/paths.ts';
import { OrganisationMarks } from '../../ui/organisation-marks.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { Cockpit } from './cockpit.ts';
import { RemindForm } from './remind-form.tsx';

/** A longer list of headings says no more. */
const PARTS = 4;

/** [CK3] Documents that wait for a text: headings with nothing under them, cities that have not written. */
export function TextsSection({
  texts,
  group,
  by,
  now,
}: Pick<Cockpit, 'texts'> & { group: { readonly name: string }; by: string; now: Date }) {
  return (
    <Plate id="texts" title={words.texts}>
      <p className="muted small">{words.textsLead}</p>
      {texts.length === 0 && <p className="muted">{words.noText}</p>}
      <ul className="ruled">
        {texts.map(({ id, title, parts, written, missing, targets }) => (
          <li key={id}>
            <p className="row">
              <Link className="font-semibold" to={paths.document({ id, title })}>
                {title}
              </Link>
              {parts.length > 0 && (
                <span className="badge warning push">{words.emptyParts(parts.length)}</span>
              )}
            </p>
            {parts.length > 0 && (
              <ul className="small">
                {parts.slice(0, PARTS).map((part) => (
                  <li key={part.id}>
                    <Link to={paths.documentBlock({ id, title }, part.id)}>{part.text}</Link>
                  </li>
                ))}
                {parts.length > PARTS && <li className="muted">{words.otherParts(parts.length - PARTS)}</li>}
              </ul>
            )}
            {written.length > 0 && (
              <p className="row small muted">
                {words.written} <OrganisationMarks organisations={written} />
              </p>
            )}
            {missing.length > 0 && (
              <>
                <p className="row small muted">
                  {words.notWritten}{' '}
                  <OrganisationMarks organisations={missing.map(({ organisation }) => organisation)} />
                </p>
                <RemindForm
                  cause="text"
                  subject={id}
                  name={title}
                  targets={targets}
                  about={{ by, group: group.name, what: title }}
                  now={now}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </Plate>
  );
}
