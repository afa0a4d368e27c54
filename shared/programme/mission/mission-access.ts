import { canOnPlatform, type PlatformRole } from '../../kernel/access/access.ts';

/** [MS3] What somebody is to one mission. */
export type MissionStanding = 'coordinator' | 'reviewer' | 'city' | 'consultant';

const MISSION_RIGHTS = {
  'mission.read': ['coordinator', 'reviewer', 'city', 'consultant'],
  'mission.log': ['coordinator', 'consultant'],
  'mission.submit': ['coordinator', 'consultant'],
  'mission.answer': ['coordinator', 'city'],
  'mission.change': ['coordinator'],
} as const satisfies Record<string, readonly MissionStanding[]>;

export type MissionAction = keyof typeof MISSION_RIGHTS;

/** [MS3] What somebody is to a mission: the strongest of what they are; null when it must look absent. */
export function missionStandingOf({
  platformRole,
  isOfCity,
  isConsultant,
}: {
  readonly platformRole: PlatformRole;
  readonly isOfCity: boolean;
  /** Named on it while it runs ([MS2]). */
  readonly isConsultant: boolean;
}): MissionStanding | null {
  if (canOnPlatform(platformRole, 'programme.coordinate')) return 'coordinator';
  if (canOnPlatform(platformRole, 'programme.follow')) return 'reviewer';
  if (isOfCity) return 'city';
  return isConsultant ? 'consultant' : null;
}

/** [MS3] May somebody who is this to a mission do this with it? */
export function canInMission(standing: MissionStanding, action: MissionAction): boolean {
  return MISSION_RIGHTS[action].some((allowed) => allowed === standing);
}
