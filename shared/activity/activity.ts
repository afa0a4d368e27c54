/** What people may hear about. The verb says what happened; `data.title` names the object as it was then. */
export const ACTIVITY_VERBS = [
  'group.created',
  'document.created',
  'document.renamed',
  'document.trashed',
  'document.restored',
  'document.accessChanged',
  'document.commented',
  'document.suggested',
  'document.suggestionAccepted',
  'document.suggestionRefused',
  'document.published',
  'document.withdrawn',
  'document.movedAway',
  'document.movedIn',
  'document.versionNamed',
  'document.stateRestored',
  'board.created',
  'board.renamed',
  'board.trashed',
  'board.restored',
  'board.commented',
  'member.added',
  'member.roleChanged',
  'member.removed',
  'member.joined',
] as const;
export type ActivityVerb = (typeof ACTIVITY_VERBS)[number];

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
