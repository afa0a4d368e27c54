import { canonicalJson } from '../canonical-json.ts';

/** What the audit trail knows to tell. Each noun adds its own lines, and their words in `shared/kernel/audit/audit.fr.ts`. */
export const AUDIT_ACTIONS = [
  'call.published',
  'call.extended',
  'call.changed',
  'application.submitted',
  'application.resubmitted',
  'application.completed',
  'application.restored',
  'application.correctionRequested',
  'application.withdrawn',
  'assessment.assigned',
  'assessment.unassigned',
  'assessment.recused',
  'assessment.recusalLifted',
  'assessment.marksGiven',
  'assessment.marksChanged',
  'assessment.expertAsked',
  'assessment.expertAnswered',
  'committee.decisionDrafted',
  'committee.embargoSet',
  'committee.announced',
  'experiment.created',
  'experiment.stateChanged',
  'meeting.voteClosed',
  'mission.opened',
  'mission.stateChanged',
  'mission.daysGranted',
  'mission.deliveryAnswered',
  'platform.restored',
  'person.secondFactorReset',
  'review.opened',
  'review.answered',
  'review.closed',
  'review.fileLeft',
  'review.visaAsked',
  'site.closedNeedsChosen',
  'site.pageChanged',
  'site.retentionChanged',
  'document.published',
  'document.withdrawn',
  'document.trashed',
  'document.restored',
  'document.deleted',
  'document.exported',
  'document.fileHidden',
  'document.consentNoted',
  'document.minutesApproved',
  'document.minutesReopened',
  'board.trashed',
  'board.restored',
  'board.deleted',
  'board.exported',
  'board.fileHidden',
  'person.signedIn',
  'person.signInRefused',
  'person.invited',
  'person.rightsChanged',
  'person.suspended',
  'person.reopened',
  'person.sessionsClosed',
  'person.organisationAdminNamed',
  'person.organisationAdminRemoved',
  'person.lettersReleased',
  'person.lettersWithdrawn',
  'person.signatoryConfirmed',
  'person.signatoryRefused',
  'person.signatoryWithdrawn',
  'organisation.addressDeclared',
  'person.dataExported',
  'person.erasureAsked',
  'person.erasureCancelled',
  'person.erased',
  'accessToken.created',
  'accessToken.revoked',
  'group.memberAdded',
  'group.memberChanged',
  'group.memberRemoved',
  'group.exported',
  'audit.exported',
  'archive.exported',
  'archive.imported',
  'access.refused',
  'webhook.created',
  'webhook.changed',
  'webhook.paused',
  'webhook.resumed',
  'webhook.secretRotated',
  'webhook.deleted',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

type NounOf<Action extends string> = Action extends `${infer Noun}.${string}` ? Noun : never;
export type AuditNoun = NounOf<AuditAction>;

/** What an action is done to: what stands before its dot. */
export function nounOfAction(action: AuditAction): AuditNoun {
  return action.slice(0, action.indexOf('.')) as AuditNoun;
}

/** What a line of the trail is about. */
export const AUDIT_SUBJECTS = [
  'call',
  'application',
  'experiment',
  'mission',
  'document',
  'board',
  'meeting',
  'platform',
  'site',
  'person',
  'organisation',
  'group',
  'webhook',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** A value that JSON writes and reads back as it is. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** One line as it is kept. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: Date;
  /** Null: the platform itself. Not a reference: the line outlives the account. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectKind: AuditSubjectKind;
  readonly subjectId: string;
  /** As it was called at that moment. */
  readonly subjectName: string;
  /** Canonical JSON, to the byte. */
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first line follows. */
export const FIRST_HASH = '0'.repeat(64);

/** [AU2] The text whose SHA-256 is the hash of a line: everything that it says, after the hash of the line before. */
export function hashedText(entry: Omit<AuditEntry, 'hash'>): string {
  const { previousHash, sequence, at, actorId, action, subjectKind, subjectId, subjectName, payload } = entry;
  return canonicalJson([
    previousHash,
    sequence,
    at.toISOString(),
    actorId,
    action,
    subjectKind,
    subjectId,
    subjectName,
    payload,
  ]);
}

/** Where the trail ends, as it is kept apart. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The first line that does not hold, and what happened to it. */
export interface AuditFault {
  readonly kind: 'changed' | 'removed' | 'inserted' | 'headLost' | 'headChanged';
  readonly sequence: number;
}

/** [AU3] Walks a trail line by line. */
export class ChainWalk {
  #at = 0;
  #hash = FIRST_HASH;

  /** The next line in the order of the numbers, with the hash that its content has; the fault, if it has one. */
  step(entry: AuditEntry, contentHash: string): AuditFault | null {
    const { sequence, previousHash, hash } = entry;
    if (sequence <= this.#at) return { kind: 'inserted', sequence };
    if (sequence !== this.#at + 1) return { kind: 'removed', sequence: this.#at + 1 };
    if (contentHash !== hash) return { kind: 'changed', sequence };
    // It holds by itself and follows another line than the one that stands before it.
    if (previousHash !== this.#hash) return { kind: 'inserted', sequence };
    this.#at = sequence;
    this.#hash = hash;
    return null;
  }

  /** After the last line: does the trail end where it was noted to end? */
  end(head: AuditHead | null): AuditFault | null {
    if (!head) return { kind: 'headLost', sequence: this.#at };
    if (head.sequence > this.#at) return { kind: 'removed', sequence: this.#at + 1 };
    if (head.sequence < this.#at) return { kind: 'inserted', sequence: head.sequence + 1 };
    return head.hash === this.#hash ? null : { kind: 'headChanged', sequence: this.#at };
  }

  get head(): AuditHead {
    return { sequence: this.#at, hash: this.#hash };
  }
}
