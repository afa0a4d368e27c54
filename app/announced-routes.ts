import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** What anybody reads of what the coordination announces, and files. */
export const announcedOutside: readonly RouteConfigEntry[] = [
  route('actualites-publiques', 'publication/bulletin/routes/public-bulletins.tsx'),
  route('actualites-publiques/:actualite', 'publication/bulletin/routes/public-bulletin.tsx'),
  route('evenements-publics', 'publication/event/routes/public-events.tsx'),
  route('evenements-publics/:evenement', 'publication/event/routes/public-event.tsx'),
  route('evenements/:evenement/evenement.ics', 'programme/announced/routes/event-calendar.tsx'),
  route('evenements/:evenement/inscrits.csv', 'programme/announced/routes/event-registrations.tsx'),
  route('lettres-publiques', 'publication/newsletter/routes/public-newsletters.tsx'),
  route('lettres-publiques/:lettre', 'publication/newsletter/routes/public-newsletter.tsx'),
];

/** The same in the workspace. */
export const announcedInside: readonly RouteConfigEntry[] = [
  route('actualites', 'programme/announced/routes/bulletins.tsx'),
  route('actualites/nouvelle', 'programme/announced/routes/new-bulletin.tsx'),
  route('actualites/:actualite', 'programme/announced/routes/bulletin.tsx'),
  route('actualites/:actualite/modifier', 'programme/announced/routes/bulletin-edit.tsx'),
  route('evenements', 'programme/announced/routes/events.tsx'),
  route('evenements/nouveau', 'programme/announced/routes/new-event.tsx'),
  route('evenements/:evenement', 'programme/announced/routes/event.tsx'),
  route('evenements/:evenement/modifier', 'programme/announced/routes/event-edit.tsx'),
  route('lettres', 'publication/newsletter/routes/newsletters.tsx'),
  route('lettres/nouvelle', 'publication/newsletter/routes/new-newsletter.tsx'),
  route('lettres/:lettre', 'publication/newsletter/routes/newsletter.tsx'),
  route('lettres/:lettre/modifier', 'publication/newsletter/routes/newsletter-edit.tsx'),
];
