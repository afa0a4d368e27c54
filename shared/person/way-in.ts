/** Why somebody did not come in by a provider of identities; each has its sentence in `shared/messages/fr/ways-in.ts`. */
export type ProviderRefusal = 'unavailable' | 'clock' | 'cancelled' | 'invalid' | 'unknown' | 'taken';
