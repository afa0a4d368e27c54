import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import type { AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { dataNeed } from '#shared/library/need/data-need.fr.ts';
import type { Importance } from '#shared/library/need/data-need.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { paths } from '#shared/paths.ts';
import { City } from '../../ui/city.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { NeedStatus } from './need-status.tsx';

/** A need as the list of the programme shows it. */
export interface ListedProgrammeNeed {
  readonly id: string;
  readonly wantedId: string;
  readonly wanted: string;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly accessStatus: AccessStatus;
  readonly importance: Importance;
  readonly updatedAt: Date;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly cities: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
}

/** Needs of all experiments, one a line. `isOfOne`: all of the same wanted dataset, whose name is said above. */
export function ProgrammeList({
  needs,
  now,
  isOfOne = false,
}: {
  needs: readonly ListedProgrammeNeed[];
  now: Date;
  isOfOne?: boolean;
}) {
  const { columns } = words;
  return (
    <RecordTable
      caption={isOfOne ? words.whoAsksCaption : words.listCaption}
      columns={[
        isOfOne ? words.experiment : columns.wanted,
        columns.cities,
        columns.producer,
        columns.status,
        columns.updated,
      ]}
      first="w-[34%]"
    >
      {needs.map((need) => (
        <tr key={need.id}>
          <th scope="row">
            {isOfOne ? (
              <Link to={paths.experimentNeed(need.experiment, need)}>{need.experiment.title}</Link>
            ) : (
              <>
                <Link to={paths.experimentNeed(need.experiment, need)}>{need.wanted}</Link>
                <small>{need.experiment.title}</small>
              </>
            )}
          </th>
          <td data-l={columns.cities}>
            {need.cities.map(({ id, name, colour }) => (
              <City key={id} name={name} colour={colour} />
            ))}
          </td>
          <td data-l={columns.producer}>
            {need.producerName || dataset.producerKinds[need.producerKind]}
            {need.producerName && <small>{dataset.producerKinds[need.producerKind]}</small>}
          </td>
          <td data-l={columns.status}>
            <NeedStatus status={need.accessStatus} />
            <small>{dataNeed.importances[need.importance]}</small>
          </td>
          <td data-l={columns.updated}>
            <time dateTime={need.updatedAt.toISOString()} title={dates.exact(need.updatedAt)}>
              {dates.relative(need.updatedAt, now)}
            </time>
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

/** From one page of a list to the next. */
export function Pages({
  page,
  hasMore,
  href,
}: {
  page: number;
  hasMore: boolean;
  href: (page: number) => string;
}) {
  if (page === 1 && !hasMore) return null;
  return (
    <nav className="row mt-6" aria-label={words.pages}>
      {page > 1 && (
        <Link className="btn sm" rel="prev" to={href(page - 1)}>
          {words.previous}
        </Link>
      )}
      <span className="muted small">{words.page(page)}</span>
      {hasMore && (
        <Link className="btn sm" rel="next" to={href(page + 1)}>
          {words.next}
        </Link>
      )}
    </nav>
  );
}
