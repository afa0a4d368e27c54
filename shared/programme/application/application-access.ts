import { canOnPlatform, type PlatformRole } from '../../kernel/access/access.ts';
import type { ApplicationStatus } from './application.ts';

/** How somebody who may sign in stands towards an application. */
export interface ApplicationStanding {
  readonly platformRole: PlatformRole;
  /** Of the organisation that leads, of one that shares the subject, or of neither. */
  readonly side: 'lead' | 'coLead' | null;
  readonly status: ApplicationStatus;
  /** It was submitted at least once. */
  readonly wasSubmitted: boolean;
  /** [AP15] It was selected, and what is asked of it since is not handed in. */
  readonly isCompleting: boolean;
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
 * [AP1] [AP15] What somebody may do with an application: its authors write it while it is a draft, being corrected or completed; assessors read what
 * was submitted, never the draft. Null when it must look absent.
 */
export function applicationAccessOf({
  platformRole,
  side,
  status,
  wasSubmitted,
  isCompleting,
}: ApplicationStanding): ApplicationAccess | null {
  const isWritten = status === 'draft' || status === 'correction' || isCompleting;
  const mayAssess = side === null && wasSubmitted && canOnPlatform(platformRole, 'application.assess');
  if (side === null && !mayAssess) return null;
  return { room: side && (isWritten ? 'write' : 'read'), mayLead: side === 'lead', mayAssess };
}
