import { CircleAlert, CircleCheck, Clock, KeyRound, Lock } from 'lucide-react';
import { Link } from 'react-router';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { ACCESS_STATUSES, type AccessStatus, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { NeedCell } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { heatOfCell } from '#shared/programme/steering/steering.ts';
import { DataTable } from '../../ui/records/data-table.tsx';
import { Plate } from './panel.tsx';

const words = steering.needs;

const ICONS = {
  open: CircleCheck,
  candidate: Clock,
  closed_unjustified: CircleAlert,
  closed_justified: Lock,
  other: KeyRound,
} as const satisfies Record<AccessStatus, typeof Lock>;

interface NeedsProps {
  readonly cells: readonly NeedCell[];
  readonly address: SteeringAddress;
}

/** [PI12] Who produces and who opens: a figure a cell, each opening the needs that it counts. */
export function NeedsSection({ cells, address }: NeedsProps) {
  const count = (producer: string | null, access: string | null) =>
    cells
      .filter(
        (cell) => (producer ?? cell.producer) === cell.producer && (access ?? cell.access) === cell.access,
      )
      .reduce((sum, cell) => sum + cell.count, 0);
  const most = Math.max(0, ...cells.map((cell) => cell.count));
  const cell = (producer: string | null, access: string | null, said: string) => {
    const found = count(producer, access);
    if (found === 0) return found;
    const asked = { producer: producer ?? undefined, access: access ?? undefined };
    return (
      <Link to={programmePaths.steeringList('besoins', address, asked)} aria-label={words.cell(said, found)}>
        {steering.number(found)}
      </Link>
    );
  };
  return (
    <Plate
      id="besoins"
      title={words.title}
      sentence={words.sentence(count('public_local', null), count(null, null))}
      csv={programmePaths.steeringExport('csv', address, 'besoins')}
    >
      <DataTable caption={words.caption} className="heat">
        <thead>
          <tr>
            <th scope="col" className="first">
              {words.producer}
            </th>
            {ACCESS_STATUSES.map((access) => {
              const Icon = ICONS[access];
              return (
                <th key={access} scope="col">
                  <Icon className="icon" aria-hidden="true" />
                  <span className="lab">{dataset.accessShort[access]}</span>
                </th>
              );
            })}
            <th scope="col">{steering.total}</th>
          </tr>
        </thead>
        <tbody>
          {PRODUCER_KINDS.map((producer) => (
            <tr key={producer}>
              <th scope="row">{dataset.producerKinds[producer]}</th>
              {ACCESS_STATUSES.map((access) => (
                <td key={access} className={`h${heatOfCell(count(producer, access), most)}`}>
                  {cell(
                    producer,
                    access,
                    `${dataset.producerKinds[producer]}, ${dataset.accessShort[access]}`,
                  )}
                </td>
              ))}
              <td className="tot">{cell(producer, null, dataset.producerKinds[producer])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{steering.total}</th>
            {ACCESS_STATUSES.map((access) => (
              <td key={access} className="tot">
                {cell(null, access, dataset.accessShort[access])}
              </td>
            ))}
            <td className="tot">{cell(null, null, steering.total)}</td>
          </tr>
        </tbody>
      </DataTable>
      <div className="only-s">
        <p className="legend mt-3" aria-hidden="true">
          {ACCESS_STATUSES.map((access) => {
            const Icon = ICONS[access];
            return (
              <span key={access}>
                <Icon className="icon" /> {dataset.accessShort[access]}
              </span>
            );
          })}
        </p>
      </div>
    </Plate>
  );
}
