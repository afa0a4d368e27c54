import { Link } from 'react-router';
import { steering } from '#shared/programme/steering/steering.fr.ts';

const words = steering.figures;

/** A figure that opens what it counts. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly to: string;
}

export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <section aria-label={label}>
      <dl className="kpis">
        {figures.map(({ name, value, note, to }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Link to={to} aria-label={words.said(name, value, note)}>
                {value}
              </Link>
            </dd>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
