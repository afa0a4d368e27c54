import { Check, CircleDashed } from 'lucide-react';
import type { MatrixCell, MatrixRow } from '#shared/publication/synthesis/matrix.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { City } from '../../ui/city.tsx';
import './synthesis.css';
import { DataTable } from '../../ui/records/data-table.tsx';

interface WritersMatrixProps {
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly MatrixRow[];
  /** Where the same is had as a file. */
  readonly csv: string;
}

/** [SY6] Cities by chapters: who wrote how much, and who is still expected. The bar is the part of the greatest. */
export function WritersMatrix({ chapters, rows, csv }: WritersMatrixProps) {
  const most = Math.max(1, ...rows.map(({ characters }) => characters));
  return (
    <section aria-labelledby="qui-ecrit">
      <h2 id="qui-ecrit">{words.matrix}</h2>
      <DataTable caption={words.matrixCaption} className="records">
        <thead>
          <tr>
            <th scope="col">{words.organisation}</th>
            {chapters.map(({ id, title }) => (
              <th scope="col" key={id} className="matrix-head">
                {title}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ organisation, characters, cells }) => (
            <tr key={organisation.id}>
              <th scope="row">
                <City name={organisation.name} colour={organisation.colour} />
              </th>
              {chapters.map(({ id, title }, index) => (
                <td key={id} data-l={title}>
                  <Cell cell={cells[index]} />
                </td>
              ))}
              <td data-l={words.total}>
                {words.characters(characters)}
                <span className="bar mt-1" aria-hidden="true">
                  <span style={{ width: `${(100 * characters) / most}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="mt-3">
        <a href={csv}>{words.csv}</a>
      </p>
    </section>
  );
}

function Cell({ cell }: { cell: MatrixCell | undefined }) {
  if (cell?.state === 'contributed')
    return (
      <span className="badge success">
        <Check className="icon" aria-hidden="true" />
        {cell.characters > 0 ? words.characters(cell.characters) : words.rewritten}
      </span>
    );
  if (cell?.state !== 'missing') return <span className="muted">{words.notExpected}</span>;
  return (
    <span className="badge warning">
      <CircleDashed className="icon" aria-hidden="true" />
      {words.missing}
    </span>
  );
}
