import { instantOfParis } from '../../kernel/day/paris-time.ts';
import type { AccessReason, AccessStatus, ProducerKind } from '../dataset/dataset.ts';
import type { DataNeedFields, Importance } from './data-need.ts';

/** Where a need stands in the table of the programme: kind of producer × status of access. */
export interface NeedPlace {
  readonly producerKind: ProducerKind;
  readonly accessStatus: AccessStatus;
  readonly importance: Importance;
}

/** [DN4] One step of a need, dated and never changed. Before its first step, and once it is removed, a need stands nowhere. */
export interface NeedStep {
  readonly from: NeedPlace | null;
  readonly to: NeedPlace | null;
  readonly accessReason: AccessReason | null;
  readonly opensOn: string | null;
  /** Why, in their words; may be empty. */
  readonly why: string;
  readonly at: Date;
}

/** The instant at which a day ends in Paris: what was written before belongs to that day. */
export function endOfDay(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const end = instantOfParis(`${next}T00:00`);
  if (!end) throw new Error(`not a day: ${day}`);
  return end;
}

export const placeOf = ({ producerKind, accessStatus, importance }: NeedPlace): NeedPlace => ({
  producerKind,
  accessStatus,
  importance,
});

type Dated = Pick<
  DataNeedFields,
  'producerKind' | 'accessStatus' | 'importance' | 'accessReason' | 'opensOn'
>;

/** [DN4] Whether a change is one that the history keeps: another place, another ground, another target day. */
export function isStep(before: Dated, after: Dated): boolean {
  return (['producerKind', 'accessStatus', 'importance', 'accessReason', 'opensOn'] as const).some(
    (field) => before[field] !== after[field],
  );
}
