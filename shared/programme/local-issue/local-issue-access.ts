import { canOnPlatform, type PlatformRole } from '../../kernel/access/access.ts';

/** [LI2] May somebody write challenges, interviews and watch notes of this city (null: of the programme), and read its interviews’ inside? */
export function mayWriteLocalIssue(
  {
    platformRole,
    organisationId,
  }: { readonly platformRole: PlatformRole; readonly organisationId: string | null },
  cityId: string | null,
): boolean {
  if (canOnPlatform(platformRole, 'programme.coordinate')) return true;
  return cityId !== null && organisationId === cityId;
}

/** [LI2] May somebody read the interviews of this city? */
export function mayReadInterviews(
  person: { readonly platformRole: PlatformRole; readonly organisationId: string | null },
  cityId: string,
): boolean {
  return canOnPlatform(person.platformRole, 'programme.follow') || person.organisationId === cityId;
}
