import { Link } from 'react-router';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_STATUSES,
  type AccessStatus,
  PRODUCER_KINDS,
  type ProducerKind,
} from '#shared/library/dataset/dataset.ts';
import type { NeedsAddress } from '#shared/library/need/need-paths.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { STATUS_ICONS } from './need-status.tsx';
import './needs.css';
import { DataTable } from '../../ui/records/data-table.tsx';

interface NeedCount {
  readonly producerKind: ProducerKind;
  readonly accessStatus: AccessStatus;
  readonly count: number;
}

/** [DN7] Kinds of producer × statuses of access; each number opens its lines. Where columns are narrow, signs stand for their words. */
export function NeedMatrix({ counts, asked }: { counts: readonly NeedCount[]; asked: NeedsAddress }) {
  const count = (kind: ProducerKind | null, status: AccessStatus | null) =>
    counts
      .filter((cell) => (!kind || cell.producerKind === kind) && (!status || cell.accessStatus === status))
      .reduce((sum, cell) => sum + cell.count, 0);
  const most = Math.max(1, ...counts.map((cell) => cell.count));
  const heat = (value: number) => (value === 0 ? 0 : Math.ceil((4 * value) / most));
  const lines = (more: NeedsAddress) =>
    `${programmePaths.programmeNeeds({ ...asked, page: 1, ...more })}#list`;
  return (
    <Plate id="matrix" title={words.matrix}>
      <p className="mb-3">{words.sentence(count(null, 'open'), count(null, null))}</p>
      <DataTable caption={words.matrixCaption} className="need-matrix">
        <thead>
          <tr>
            <th scope="col" className="first">
              {words.producer}
            </th>
            {ACCESS_STATUSES.map((status) => {
              const Icon = STATUS_ICONS[status];
              return (
                <th scope="col" key={status}>
                  <Icon className="icon" aria-hidden="true" />
                  <span className="lab">{dataset.accessShort[status]}</span>
                </th>
              );
            })}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {PRODUCER_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{dataset.producerKinds[kind]}</th>
              {ACCESS_STATUSES.map((status) => {
                const value = count(kind, status);
                const said = words.cell(value, dataset.producerKinds[kind], dataset.accessShort[status]);
                return (
                  <td key={status} className={`heat-${heat(value)}`}>
                    {value > 0 ? (
                      <Link to={lines({ producerKind: kind, accessStatus: status })} aria-label={said}>
                        {value}
                      </Link>
                    ) : (
                      0
                    )}
                  </td>
                );
              })}
              <td className="tot">{count(kind, null)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total}</th>
            {ACCESS_STATUSES.map((status) => (
              <td key={status} className="tot">
                {count(null, status)}
              </td>
            ))}
            <td className="tot">
              <strong>{count(null, null)}</strong>
            </td>
          </tr>
        </tbody>
      </DataTable>
      <ul className="need-legend small muted" aria-hidden="true">
        {ACCESS_STATUSES.map((status) => {
          const Icon = STATUS_ICONS[status];
          return (
            <li key={status}>
              <Icon className="icon" /> {dataset.accessShort[status]}
            </li>
          );
        })}
      </ul>
    </Plate>
  );
}
