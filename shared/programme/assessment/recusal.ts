/** Who is behind an application. */
export interface Candidates {
  readonly organisationId: string;
  /** Cities that share its subject. */
  readonly coLeadIds: readonly string[];
  /** Partners as its answers name them. */
  readonly partnerNames: readonly string[];
}

/** [AS3] Whether somebody of this organisation is of the candidate, of one that applies with it, or of a partner that it names. */
export function isOfCandidate(
  organisation: { readonly id: string; readonly name: string; readonly shortName: string } | null,
  { organisationId, coLeadIds, partnerNames }: Candidates,
): boolean {
  if (!organisation) return false;
  if (organisation.id === organisationId || coLeadIds.includes(organisation.id)) return true;
  const own = [organisation.name, organisation.shortName].map(comparable);
  return partnerNames.some((name) => comparable(name) !== '' && own.includes(comparable(name)));
}

/** A name without accents, case or blanks of more than one. */
function comparable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s’'-]+/g, ' ')
    .trim()
    .toLowerCase();
}
