import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';

/** What each change of a resource says: which one, of which group, by whom, when; `activityId` is new. */
export interface ResourceChange {
  readonly resourceId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** Writes down what happened to a resource. */
export function recordResource(
  tx: Tx,
  change: ResourceChange,
  verb: ActivityVerb,
  title: string,
): Promise<void> {
  const { activityId: id, groupId, by: actorId, resourceId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}
