import { dates } from '../../kernel/dates.fr.ts';
import type { SigningBasis } from './signatory.ts';

/** [O9] On what ground an answer was given for an organisation: no person’s name. */
export function signingBasis(basis: SigningBasis | null): string {
  if (!basis) return 'Réponse donnée avant que les signataires soient confirmés';
  const day = dates.short(new Date(basis.on));
  return basis.by === 'address'
    ? `Signataire confirmé par l’adresse ${basis.address} le ${day}`
    : `Signataire confirmé par un autre signataire de l’organisation le ${day}`;
}
