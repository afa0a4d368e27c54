/** What people may hear about. The verb says what happened; `data.title` names the object as it was then. */
export const ACTIVITY_VERBS = [
  'group.created',
  'document.created',
  'document.renamed',
  'document.trashed',
  'document.restored',
  'document.accessChanged',
  'document.edited',
  'document.commented',
  'document.replied',
  'document.suggested',
  'document.suggestionAccepted',
  'document.suggestionRefused',
  'document.published',
  'document.withdrawn',
  'document.movedAway',
  'document.movedIn',
  'document.versionNamed',
  'document.stateRestored',
  'document.decided',
  'document.decisionChanged',
  'document.reviewOpened',
  'document.reviewAnswered',
  'document.reviewClosed',
  'board.created',
  'board.renamed',
  'board.trashed',
  'board.restored',
  'board.commented',
  'meeting.planned',
  'board.replied',
  'board.assigned',
  'resource.shared',
  'resource.edited',
  'resource.versionAdded',
  'resource.versionRestored',
  'resource.sharedWithAll',
  'resource.keptToGroup',
  'resource.trashed',
  'resource.restored',
  'meeting.opened',
  'meeting.closed',
  'meeting.reopened',
  'meeting.voteClosed',
  'minutes.submitted',
  'minutes.approved',
  'minutes.approvalTakenBack',
  'meeting.changed',
  'meeting.cancelled',
  'meeting.restored',
  'meeting.itemProposed',
  'meeting.itemAccepted',
  'topic.opened',
  'topic.replied',
  'dataset.created',
  'dataset.changed',
  'dataset.trashed',
  'dataset.restored',
  'check.done',
  'member.added',
  'member.roleChanged',
  'member.removed',
  'member.joined',
  'member.left',
  'accessRequest.asked',
  'accessRequest.granted',
  'accessRequest.declined',
] as const;
export type ActivityVerb = (typeof ACTIVITY_VERBS)[number];

/** Those that name whom they are for: they ask these people something, or answer them. */
export type AddressedVerb =
  | `accessRequest.${'asked' | 'granted' | 'declined'}`
  | `document.review${'Opened' | 'Answered' | 'Closed'}`;

export interface Activity {
  readonly id: string;
  readonly verb: ActivityVerb;
  readonly groupId: string;
  readonly groupName: string;
  /** Null for somebody who left. */
  readonly actor: { readonly name: string; readonly organisation: string | null } | null;
  readonly objectId: string;
  readonly title: string;
  readonly at: Date;
}

/** An activity with how often its actor did the same to the same object, one after the other; `at` is the last time. */
export interface RepeatedActivity extends Activity {
  readonly times: number;
}

/** Activities, the newest first, in which what one person did again and again to one object is one line. */
export function foldRepeated(activities: readonly Activity[]): RepeatedActivity[] {
  const lines: RepeatedActivity[] = [];
  for (const activity of activities) {
    const last = lines.at(-1);
    if (last && isRepeated(last, activity)) lines[lines.length - 1] = { ...last, times: last.times + 1 };
    else lines.push({ ...activity, times: 1 });
  }
  return lines;
}

function isRepeated(last: Activity, { verb, objectId, title, actor }: Activity): boolean {
  return (
    last.verb === verb &&
    last.objectId === objectId &&
    last.title === title &&
    last.actor?.name === actor?.name &&
    last.actor?.organisation === actor?.organisation
  );
}
