/** Why somebody did not come in by a provider of identities; each has its sentence in `shared/people/person/ways-in.fr.ts`. */
export type ProviderRefusal = 'unavailable' | 'clock' | 'cancelled' | 'invalid' | 'unknown' | 'taken';
