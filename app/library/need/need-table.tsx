import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import type { AccessReason, AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import type { Importance } from '#shared/library/need/data-need.ts';
import { paths } from '#shared/paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { AnswerMark, type ShownAnswer } from './answer-mark.tsx';
import { NeedStatus } from './need-status.tsx';

/** A need of the experiment, as far as the reader may see what is around it. */
export interface ShownNeed {
  readonly id: string;
  readonly wanted: string;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly importance: Importance;
  readonly accessStatus: AccessStatus;
  readonly accessReason: AccessReason | null;
  readonly opensOn: string | null;
  readonly schemaName: string;
  readonly answer: ShownAnswer;
  /** Cards of requests that the reader may see; open ones. */
  readonly requests: number;
}

/** The needs of an experiment: what, from whom, whether one can have it, and what answers. */
export function NeedTable({
  needs,
  experiment,
  today,
}: {
  needs: readonly ShownNeed[];
  experiment: { readonly id: string; readonly title: string };
  today: string;
}) {
  return (
    <RecordTable
      caption={words.caption}
      columns={[
        words.fields.wanted,
        words.fields.producerName,
        words.fields.importance,
        words.fields.accessStatus,
        words.answer,
      ]}
      first="w-[32%]"
    >
      {needs.map((need) => (
        <tr key={need.id}>
          <th scope="row">
            <Link to={paths.experimentNeed(experiment, need)}>{need.wanted}</Link>
            {need.schemaName && <small>{need.schemaName}</small>}
          </th>
          <td data-l={words.fields.producerName}>
            {need.producerName || dataset.producerKinds[need.producerKind]}
            {need.producerName && <small>{dataset.producerKinds[need.producerKind]}</small>}
          </td>
          <td data-l={words.fields.importance}>
            {need.importance === 'essential' ? (
              <strong>{words.importances.essential}</strong>
            ) : (
              words.importances.useful
            )}
          </td>
          <td data-l={words.fields.accessStatus}>
            <NeedStatus status={need.accessStatus} />
            <StatusDetail need={need} today={today} />
          </td>
          <td data-l={words.answer}>
            <AnswerMark answer={need.answer} />
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

function StatusDetail({ need, today }: { need: ShownNeed; today: string }) {
  const { accessStatus, accessReason, opensOn, requests } = need;
  if (accessStatus === 'closed_unjustified' && requests === 0)
    return (
      <small>
        <TriangleAlert className="icon" aria-hidden="true" /> {words.toUnblock}
      </small>
    );
  if (accessReason) return <small>{dataset.accessReasons[accessReason]}</small>;
  if (!opensOn) return null;
  return (
    <small>
      {words.opensLabel(dates.short(new Date(`${opensOn}T12:00:00Z`)))}
      {opensOn < today && (
        <>
          {' '}
          <strong>{words.late}</strong>
        </>
      )}
    </small>
  );
}
