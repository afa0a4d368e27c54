import { foldedWords } from '../../kernel/text/fold.ts';
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
  const own = [organisation.name, organisation.shortName].map(foldedWords);
  return partnerNames.some((name) => foldedWords(name) !== '' && own.includes(foldedWords(name)));
}
