import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';

interface PlateProps {
  readonly id: string;
  readonly title: string;
  /** One sentence that says what the figures show. */
  readonly sentence?: string;
  /** Address of the same as CSV. */
  readonly csv?: string;
  readonly children: ReactNode;
}

/** A section of the page: its title, what it shows in a sentence, its data, and the same as a file. */
export function Plate({ id, title, sentence, csv, children }: PlateProps) {
  return (
    <section className="plate" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {csv && (
          <Link to={csv} reloadDocument aria-label={words.csvOf(title)}>
            <Download className="icon" aria-hidden="true" /> {words.export.csv}
          </Link>
        )}
      </header>
      {sentence && <p className="mb-4">{sentence}</p>}
      {children}
    </section>
  );
}
