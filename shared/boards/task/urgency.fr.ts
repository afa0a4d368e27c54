import type { Urgency } from '#shared/boards/task/urgency.ts';

/** How soon a card wants somebody. */
export const urgencies: Readonly<Record<Urgency, string>> = {
  late: 'En retard',
  week: 'Cette semaine',
  later: 'Plus tard',
  none: 'Sans date',
};
