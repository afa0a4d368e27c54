import type { ReactNode } from 'react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import type { DataNeedFields } from '#shared/library/need/data-need.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { NeedStatus } from './need-status.tsx';

/** What a need says, for those who read it. */
export function NeedFacts({ need }: { need: DataNeedFields }) {
  const { fields } = words;
  return (
    <Plate id="facts" title={words.sections.what} beside={<NeedStatus status={need.accessStatus} />}>
      <dl className="facts grid-cols-[9.5rem_minmax(0,1fr)] text-base [&>dt]:pt-0">
        <Fact label={fields.importance}>{words.importances[need.importance]}</Fact>
        <Fact label={fields.producerName}>
          {need.producerName || null}
          <span className="muted block small">{dataset.producerKinds[need.producerKind]}</span>
        </Fact>
        <Fact label={fields.accessStatus}>{dataset.accessStatuses[need.accessStatus]}</Fact>
        {need.accessReason && (
          <Fact label={fields.accessReason}>{dataset.accessReasons[need.accessReason]}</Fact>
        )}
        {need.opensOn && (
          <Fact label={fields.opensOn}>{dates.short(new Date(`${need.opensOn}T12:00:00Z`))}</Fact>
        )}
        {need.inCharge && <Fact label={fields.inCharge}>{need.inCharge}</Fact>}
        {need.accessNote && <Fact label={fields.accessNote}>{need.accessNote}</Fact>}
        {need.schemaName && <Fact label={fields.schemaName}>{need.schemaName}</Fact>}
        <Fact label={fields.frequency}>{dataset.frequencies[need.frequency]}</Fact>
        <Fact label={fields.licence}>{dataset.licences[need.licence]}</Fact>
        {need.contact && <Fact label={fields.contact}>{need.contact}</Fact>}
        {need.comment && <Fact label={fields.comment}>{need.comment}</Fact>}
      </dl>
    </Plate>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="min-w-0 break-words whitespace-pre-line">{children}</dd>
    </>
  );
}
