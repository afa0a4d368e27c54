import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { resources } from './schema.ts';

/** [RS5] Of rows of `resource`: what somebody of these groups may read; what is in a trash nobody reads. */
export function isReadableResource(groupIds: readonly string[]): SQL | undefined {
  const ofGroups = groupIds.length === 0 ? undefined : inArray(resources.groupId, [...groupIds]);
  return and(isNull(resources.trashedAt), or(eq(resources.visibility, 'programme'), ofGroups));
}
