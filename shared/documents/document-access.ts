import { canInGroup, type GroupRole, type RoomAccess, roomAccessOf } from '../kernel/access/access.ts';

/** Who sees a document: its group, those who are named and the group's facilitators, or every signed-in member of the programme. */
export const VISIBILITIES = ['group', 'restricted', 'programme'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a person or an organisation may be given by name on one document, from the strongest to the weakest. */
export const DOCUMENT_ROLES = ['editor', 'commenter', 'reader'] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];

/** How somebody who may sign in stands towards a document. */
export interface DocumentStanding {
  readonly visibility: Visibility;
  /** The role that counts in the document's group; null for an outsider. */
  readonly groupRole: GroupRole | null;
  /** What they, and their organisation, were given by name. */
  readonly grants: readonly DocumentRole[];
  /** Its text was approved, and is read as it is. */
  readonly isFrozen?: boolean;
}

const FROM_GRANT: Record<DocumentRole, RoomAccess> = {
  editor: 'write',
  commenter: 'comment',
  reader: 'read',
};
const STRONGEST: readonly RoomAccess[] = ['write', 'comment', 'read'];

/**
 * [A6] What somebody may do with a document: the strongest of what its visibility and what names give; null when it must look
 * absent. [MR1] One that is frozen is read, by everybody who sees it.
 */
export function documentAccessOf({
  visibility,
  groupRole,
  grants,
  isFrozen = false,
}: DocumentStanding): RoomAccess | null {
  const held = grants.map((role) => FROM_GRANT[role]);
  const isOfGroup = visibility !== 'restricted' || groupRole === 'facilitator';
  const fromGroup = isOfGroup ? roomAccessOf(groupRole, 'document') : null;
  if (fromGroup) held.push(fromGroup);
  if (visibility === 'programme') held.push('read');
  if (isFrozen && held.length > 0) return 'read';
  return STRONGEST.find((access) => held.includes(access)) ?? null;
}

/**
 * [A11] What somebody with this access (null: none) may ask for by name: whatever gives more than they have, the strongest
 * first. Nothing for whoever writes.
 */
export function rolesBeyond(access: RoomAccess | null): readonly DocumentRole[] {
  const held = access === null ? STRONGEST.length : STRONGEST.indexOf(access);
  return DOCUMENT_ROLES.filter((role) => STRONGEST.indexOf(FROM_GRANT[role]) < held);
}

/** [A11] What whoever was given this role has, weaker ones included. */
export function rolesWithin(role: DocumentRole): readonly DocumentRole[] {
  return DOCUMENT_ROLES.slice(DOCUMENT_ROLES.indexOf(role));
}

/** What can be done with a document. To organise is to move it, throw it away, publish it and say who sees it. */
export type DocumentAction =
  | 'document.read'
  | 'document.comment'
  | 'document.suggest'
  | 'document.resolve'
  | 'document.decideSuggestion'
  | 'document.write'
  | 'document.organise';

/** [A7] May somebody with this access, and this role in the document's group, do this with it? */
export function canInDocument(
  { access, groupRole = null }: { readonly access: RoomAccess; readonly groupRole?: GroupRole | null },
  action: DocumentAction,
): boolean {
  if (action === 'document.read') return true;
  if (action === 'document.comment' || action === 'document.suggest') return access !== 'read';
  return access === 'write' && (action !== 'document.organise' || canInGroup(groupRole, 'document.trash'));
}
