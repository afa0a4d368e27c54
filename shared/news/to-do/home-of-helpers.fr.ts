import { dueDays } from '#shared/kernel/day/due-days.fr.ts';

const number = new Intl.NumberFormat('fr');

/** Words of the home of whoever helps cities, apart from those of everybody’s home. */
export const homeOfHelpers = {
  /** [AF7] Of whoever works for a territorial facilitator. */
  territory: {
    title: 'Mon territoire',
    columns: ['Ville', 'Ce qu’elle demande', 'Dernier accompagnement'],
    nothing: 'Rien pour le moment',
    none: 'Aucun',
    since: (day: string, by: string | null) => (by ? `${by}, le ${day}` : `Le ${day}`),
    all: (count: number) => (count === 1 ? 'La ville' : `Les ${number.format(count)} villes`),
    open: 'Ouvrir mon territoire',
    waiting: (count: number) =>
      count === 0
        ? 'Aucune ville n’attend de proposition d’aide.'
        : count === 1
          ? 'Une ville attend une proposition d’aide.'
          : `${number.format(count)} villes attendent une proposition d’aide.`,
    empty: 'Aucune ville n’est encore rattachée à votre structure : sa page dit pourquoi, et que faire.',
  },
  /** [AF8] Of a consultant. */
  missions: {
    title: 'Mes missions en cours',
    all: 'Toutes mes missions',
    empty:
      'Aucune mission en cours à votre nom. La coordination commande les missions ; celles qui sont terminées restent à relire.',
    see: 'Voir les missions',
    columns: ['Mission', 'Villes', 'Prochain livrable', 'Jours'],
    days: (used: number, granted: number) => `${number.format(used)} sur ${number.format(granted)}`,
    until: (day: string) => `jusqu’au ${dueDays.day(day)}`,
    nothing: 'Tout est remis',
    withoutDay: 'Sans date',
    late: (day: string) => `En retard, ${dueDays.day(day)}`,
    helped: 'Pour',
  },
} as const;
