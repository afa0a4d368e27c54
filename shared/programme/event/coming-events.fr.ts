import { dates } from '../../kernel/dates.fr.ts';
import type { RegistrationState } from './event.ts';

/** « mardi 14 mars 2023, de 14 h à 15 h », « du mardi 14 mars 2023 à 14 h au jeudi 16 mars 2023 à 12 h » */
function when({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string {
  if (dates.iso(startsAt) === dates.iso(endsAt))
    return `${dates.day(startsAt)}, de ${dates.clock(startsAt)} à ${dates.clock(endsAt)}`;
  return `du ${dates.exact(startsAt)} au ${dates.exact(endsAt)}`;
}

/** What a home says of the events to come; the other words stay with their pages. */
export const comingEvents = {
  coming: 'À venir',
  all: 'Tous les événements',
  own: { registered: 'Vous avez une place', waiting: 'Vous êtes sur la liste d’attente' } satisfies Record<
    RegistrationState,
    string
  >,
  cancelled: 'Annulé',
  when,
} as const;
