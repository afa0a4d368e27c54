import { canOnPlatform, type PlatformRole } from '../../kernel/access/access.ts';
import { mayReadProgramme, type ProgrammeStanding } from '../../people/organisation/organisation-access.ts';

/** [SY1] What somebody is to the synthesis of a season, or to one of its chapters. */
export type SynthesisRole = 'manager' | 'owner' | 'reader';

const SYNTHESIS_RIGHTS = {
  'synthesis.read': ['manager', 'owner', 'reader'],
  'synthesis.manage': ['manager'],
  'chapter.edit': ['manager', 'owner'],
  'chapter.step': ['manager', 'owner'],
  'chapter.remind': ['manager', 'owner'],
} as const satisfies Record<string, readonly SynthesisRole[]>;

type SynthesisAction = keyof typeof SYNTHESIS_RIGHTS;

/** [SY1] What somebody is to a chapter, or to the whole (then nobody owns it); null when it must look absent. */
export function synthesisRoleOf({
  platformRole,
  standing,
  isOwner,
}: {
  readonly platformRole: PlatformRole;
  readonly standing: ProgrammeStanding;
  readonly isOwner: boolean;
}): SynthesisRole | null {
  if (!mayReadProgramme(standing)) return null;
  if (canOnPlatform(platformRole, 'programme.coordinate')) return 'manager';
  return isOwner ? 'owner' : 'reader';
}

/** [SY1] May somebody who is this do that? */
export function canInSynthesis(role: SynthesisRole, action: SynthesisAction): boolean {
  return SYNTHESIS_RIGHTS[action].some((allowed) => allowed === role);
}
