import type { ApplicationStatus } from './application/application.ts';

/** The only table of rights (docs/rules.md, section Access): what a person sees enabled is what the server allows. */

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
  'resource.read': EVERYONE,
  'resource.share': WRITERS,
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
  'assessment.manage': ['coordinator'],
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
 * organisation, and what the platform role brings everywhere. Ended memberships count for nothing.
 */
export function groupRoleOf(
  platformRole: PlatformRole,
  memberships: readonly Membership[],
  now: Date,
): GroupRole | null {
  const held = memberships.filter(({ until }) => until === null || until > now).map(({ role }) => role);
  const fromPlatform = FROM_PLATFORM[platformRole];
  if (fromPlatform) held.push(fromPlatform);
  return GROUP_ROLES.find((role) => held.includes(role)) ?? null;
}

/** [A4] What a live connection may do with a room of this kind; null when the room must look absent. */
export function roomAccessOf(role: GroupRole | null, kind: 'document' | 'board'): RoomAccess | null {
  if (!canInGroup(role, `${kind}.read`)) return null;
  if (canInGroup(role, `${kind}.write`)) return 'write';
  return canInGroup(role, `${kind}.comment`) ? 'comment' : 'read';
}

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

/**
 * [DS2] May somebody with this role in the record's group, and of this organisation, write this record? Facilitators write all of
 * them, other writers those of their own organisation.
 */
export function mayChangeDataset(
  { role, organisationId }: { readonly role: GroupRole | null; readonly organisationId: string | null },
  ownerOrganisationId: string | null,
): boolean {
  if (!canInGroup(role, 'dataset.write')) return false;
  return role === 'facilitator' || (organisationId !== null && organisationId === ownerOrganisationId);
}

/** How somebody who may sign in stands towards an application. */
export interface ApplicationStanding {
  readonly platformRole: PlatformRole;
  /** Of the organisation that leads, of one that shares the subject, or of neither. */
  readonly side: 'lead' | 'coLead' | null;
  readonly status: ApplicationStatus;
  /** It was submitted at least once. */
  readonly wasSubmitted: boolean;
}

/** What somebody may do with an application; all are false for nobody. */
export interface ApplicationAccess {
  /** What its live room lets them do; null: not theirs to enter, whatever else they may read. */
  readonly room: 'write' | 'read' | null;
  /** [AP2] To submit, withdraw, share and take over: the people of the organisation that leads. */
  readonly mayLead: boolean;
  /** [AP3] To assess what was submitted, and ask for a correction. */
  readonly mayAssess: boolean;
}

/**
 * [AP1] What somebody may do with an application: its authors write it while it is a draft or being corrected; assessors read what
 * was submitted, never the draft. Null when it must look absent.
 */
export function applicationAccessOf({
  platformRole,
  side,
  status,
  wasSubmitted,
}: ApplicationStanding): ApplicationAccess | null {
  const isWritten = status === 'draft' || status === 'correction';
  const mayAssess = side === null && wasSubmitted && canOnPlatform(platformRole, 'application.assess');
  if (side === null && !mayAssess) return null;
  return { room: side && (isWritten ? 'write' : 'read'), mayLead: side === 'lead', mayAssess };
}

/** Platform roles that facilitate every group, for statements that ask the database. */
export const FACILITATING_ROLES = PLATFORM_ROLES.filter((role) => FROM_PLATFORM[role] === 'facilitator');

/** What somebody is for one experiment, from the strongest to the weakest. */
export const EXPERIMENT_ROLES = ['coordinator', 'team', 'consultant', 'reviewer', 'programme'] as const;
export type ExperimentRole = (typeof EXPERIMENT_ROLES)[number];

const INSIDE: readonly ExperimentRole[] = ['coordinator', 'team', 'consultant', 'reviewer'];

const EXPERIMENT_RIGHTS = {
  'experiment.read': EXPERIMENT_ROLES,
  'experiment.readInside': INSIDE,
  'experiment.comment': INSIDE,
  'experiment.write': ['coordinator', 'team'],
  'experiment.manage': ['coordinator'],
  'need.read': EXPERIMENT_ROLES,
  'need.write': ['coordinator', 'team', 'consultant'],
  'mission.read': INSIDE,
  'mission.deliver': ['coordinator', 'consultant'],
  'mission.accept': ['coordinator', 'team'],
  'mission.manage': ['coordinator'],
} as const satisfies Record<string, readonly ExperimentRole[]>;

export type ExperimentAction = keyof typeof EXPERIMENT_RIGHTS;

/** How somebody who may sign in stands towards an experiment. */
interface ExperimentStanding {
  readonly platformRole: PlatformRole;
  /** Of one of its cities now, or named in its team. */
  readonly isOfTeam: boolean;
  /** Holds a running mission for it. */
  readonly isConsultant: boolean;
  /** Of no organisation, or of a consultancy. */
  readonly isGuest: boolean;
}

/** [EX1] The role that counts for an experiment; null when it must look absent. */
export function experimentRoleOf(standing: ExperimentStanding): ExperimentRole | null {
  const { platformRole, isOfTeam, isConsultant, isGuest } = standing;
  if (platformRole === 'admin' || platformRole === 'coordinator') return 'coordinator';
  if (isOfTeam) return 'team';
  if (isConsultant) return 'consultant';
  if (platformRole === 'reviewer') return 'reviewer';
  return isGuest ? null : 'programme';
}

/** [EX2] May somebody with this role (null: it looks absent) do this with an experiment? */
export function canInExperiment(role: ExperimentRole | null, action: ExperimentAction): boolean {
  return role !== null && EXPERIMENT_RIGHTS[action].some((allowed) => allowed === role);
}
