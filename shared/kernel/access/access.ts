/**
 * Roles, and the only table of what they may do in a group and on the platform (docs/rules/kernel.md, section Access): what a person sees
 * enabled is what the server allows. What somebody may do with one object of a noun is asked of `<noun>/<noun>-access.ts` ([A12]).
 */

/** What a person is for the whole platform. */
export const PLATFORM_ROLES = ['admin', 'coordinator', 'reviewer', 'member'] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

/** What a person or an organisation is in one working group, from the strongest to the weakest. */
export const GROUP_ROLES = ['facilitator', 'contributor', 'consultant', 'reviewer', 'observer'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

/** What a live connection to a document or a board may do. */
export type RoomAccess = 'write' | 'comment' | 'read';

const EVERYONE: readonly GroupRole[] = GROUP_ROLES;
const WRITERS: readonly GroupRole[] = ['facilitator', 'contributor', 'consultant'];
const FACILITATORS: readonly GroupRole[] = ['facilitator'];

const GROUP_RIGHTS = {
  'group.read': EVERYONE,
  'group.edit': FACILITATORS,
  'group.facilitate': FACILITATORS,
  'members.read': EVERYONE,
  'members.manage': FACILITATORS,
  'document.read': EVERYONE,
  'document.comment': EVERYONE,
  'document.write': WRITERS,
  'document.create': WRITERS,
  'document.trash': WRITERS,
  'board.read': EVERYONE,
  'board.comment': EVERYONE,
  'board.write': WRITERS,
  'board.create': WRITERS,
  'board.trash': WRITERS,
  'meeting.read': EVERYONE,
  'meeting.propose': EVERYONE,
  'meeting.manage': FACILITATORS,
  'decision.read': EVERYONE,
  'decision.change': WRITERS,
  'trash.delete': FACILITATORS,
  'file.upload': WRITERS,
  'meeting.run': FACILITATORS,
  'meeting.attend': ['facilitator', 'contributor', 'consultant', 'reviewer'],
  'meeting.vote': ['facilitator', 'contributor'],
  'minutes.write': WRITERS,
  'minutes.approve': FACILITATORS,
  'review.answer': ['facilitator', 'contributor', 'reviewer'],
  'resource.read': EVERYONE,
  'resource.share': WRITERS,
  'topic.read': EVERYONE,
  'topic.write': EVERYONE,
  'topic.moderate': FACILITATORS,
  'dataset.read': EVERYONE,
  'dataset.write': WRITERS,
} as const satisfies Record<string, readonly GroupRole[]>;

export type GroupAction = keyof typeof GROUP_RIGHTS;

const PLATFORM_RIGHTS = {
  'platform.administer': ['admin'],
  'people.read': ['admin', 'coordinator'],
  'people.invite': ['admin', 'coordinator'],
  'programme.follow': ['admin', 'coordinator', 'reviewer'],
  'programme.coordinate': ['admin', 'coordinator'],
  'programme.announce': ['admin', 'coordinator'],
  'group.create': ['admin', 'coordinator'],
  'territories.import': ['admin', 'coordinator'],
  'resource.shareWithAll': ['admin', 'coordinator'],
  'track.manage': ['admin', 'coordinator'],
  'experiment.create': ['admin', 'coordinator'],
  'call.manage': ['admin', 'coordinator'],
  'steering.read': ['admin', 'coordinator', 'reviewer'],
  'steering.setTargets': ['admin', 'coordinator'],
  'application.assess': ['coordinator', 'reviewer'],
  'audit.read': ['admin', 'coordinator'],
  'site.manage': ['admin', 'coordinator'],
  'assessment.manage': ['coordinator'],
  'committee.sit': ['coordinator', 'reviewer'],
} as const satisfies Record<string, readonly PlatformRole[]>;

export type PlatformAction = keyof typeof PLATFORM_RIGHTS;

/** [A1] May somebody with this role in the group (null: outsider) do this? */
export function canInGroup(role: GroupRole | null, action: GroupAction): boolean {
  return role !== null && GROUP_RIGHTS[action].some((allowed) => allowed === role);
}

/** [A2] May somebody with this platform role do this outside any group? */
export function canOnPlatform(role: PlatformRole, action: PlatformAction): boolean {
  return PLATFORM_RIGHTS[action].some((allowed) => allowed === role);
}

/** One way in which a person belongs to a group: in their own name, or through their organisation. */
export interface Membership {
  readonly role: GroupRole;
  /** End of the membership, exclusive; null when open-ended (consultants have one). */
  readonly until: Date | null;
}

const FROM_PLATFORM: Record<PlatformRole, GroupRole | null> = {
  admin: 'facilitator',
  coordinator: 'facilitator',
  reviewer: 'reviewer',
  member: null,
};

/**
 * [A3] The role that counts in a group: the strongest of the person's own memberships, those inherited from the
 * organisation, and what the platform role brings everywhere. Ended memberships count for nothing. [MV2] In the space of an
 * organisation a platform role brings nothing.
 */
export function groupRoleOf(
  platformRole: PlatformRole,
  memberships: readonly Membership[],
  now: Date,
  isSpace = false,
): GroupRole | null {
  const held = memberships.filter(({ until }) => until === null || until > now).map(({ role }) => role);
  const fromPlatform = isSpace ? null : FROM_PLATFORM[platformRole];
  if (fromPlatform) held.push(fromPlatform);
  return GROUP_ROLES.find((role) => held.includes(role)) ?? null;
}

/** [A4] What a live connection may do with a room of this kind; null when the room must look absent. */
export function roomAccessOf(role: GroupRole | null, kind: 'document' | 'board'): RoomAccess | null {
  if (!canInGroup(role, `${kind}.read`)) return null;
  if (canInGroup(role, `${kind}.write`)) return 'write';
  return canInGroup(role, `${kind}.comment`) ? 'comment' : 'read';
}

/** Platform roles that facilitate every group, for statements that ask the database. */
export const FACILITATING_ROLES = PLATFORM_ROLES.filter((role) => FROM_PLATFORM[role] === 'facilitator');
