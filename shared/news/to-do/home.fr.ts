import { dates } from '#shared/kernel/dates.fr.ts';
import { dueDays } from '#shared/kernel/day/due-days.fr.ts';
import { months } from '#shared/kernel/day/months.fr.ts';
import { plural } from '#shared/kernel/plural.fr.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';

const YOURS: Readonly<Partial<Record<OrganisationKind, string>>> = {
  municipality: 'Votre ville :',
  intermunicipality: 'Votre intercommunalité :',
};

const number = new Intl.NumberFormat('fr');

/** Words of the home page. */
export const home = {
  hello: (firstName: string) => `Bonjour ${firstName}`,
  today: (date: string) => `${date[0]?.toUpperCase() ?? ''}${date.slice(1)}.`,
  /** Before the name of one's own organisation, by what it is. */
  yours: (kind: OrganisationKind) => YOURS[kind] ?? 'Votre organisation :',
  /** [HO3] The menu of what may be begun. */
  create: {
    open: 'Créer',
    kinds: { document: 'Document', board: 'Tableau', meeting: 'Séance' },
    inPlace: (kind: string, place: string) => `${kind}, ${place}`,
    group: 'Un nouveau groupe',
    elsewhere: 'Dans un autre groupe',
  },
  opened: 'Ouverts récemment',
  /** [AF5] The groups of whoever facilitates them. */
  facilitated: {
    columns: ['Groupe', 'Prochaine séance', 'Actions en retard', 'Villes sans nouvelles'],
    cities: (count: number) => plural(count, 'ville', 'villes'),
    next: (at: Date) => `${dueDays.full(dates.iso(at))} à ${dates.clock(at)}`,
    noMeeting: 'À prévoir',
    nobody: 'Aucune',
  },
  prepare: 'Préparer',
  planMeeting: 'Prévoir une séance',
  invite: 'Inviter des personnes',
  /** [AF5] The programme in one line, for whoever reviews it. */
  line: {
    title: 'Le programme en bref',
    experiments: (count: number) => (count < 2 ? 'expérimentation en cours' : 'expérimentations en cours'),
    late: (count: number) => `${count} en retard`,
    chapters: 'chapitres approuvés',
    days: 'jours de conseil',
    of: (count: number, total: number) => `${number.format(count)} sur ${number.format(total)}`,
    steering: 'Voir le pilotage',
    lateTitle: 'En retard',
    missing: (month: string) => `Journal ${months.of(month)} manquant`,
    milestone: (title: string) => `Jalon dépassé : ${title}`,
  },
  /** [RP11] Of a city outside the experiments. */
  ofCity: {
    people: (count: number) => `${number.format(count)} habitants`,
    cases: 'Pour une ville comme la vôtre',
    latest: 'Les derniers cas d’usage',
    all: (count: number) => (count === 1 ? 'Le cas d’usage' : `Les ${number.format(count)} cas d’usage`),
    none: 'Aucun cas d’usage n’est encore publié. Le premier sera annoncé ici.',
    ready: (ready: number, total: number) =>
      `${plural(ready, 'donnée', 'données')} sur ${number.format(total)} ${ready > 1 ? 'prêtes' : 'prête'} chez vous`,
    sizes: {
      small: 'Une ville de votre taille : moins de 20 000 habitants',
      medium: 'Une ville de votre taille : de 20 000 à 50 000 habitants',
      large: 'Une ville de votre taille : plus de 50 000 habitants',
    },
    say: 'Dire ce que vous avez',
    sayWhy: 'Décrivez une première donnée : les cas proches de votre ville se reconnaîtront.',
    repeated: 'Ce que nous reproduisons',
    board: 'Voir le tableau',
    boardOf: (title: string) => `Voir le tableau de « ${title} »`,
    again: 'Revoir la vérification',
    againOf: (title: string) => `Revoir la vérification de « ${title} »`,
    call: 'Appel ouvert',
    until: (at: Date) => `Jusqu’au ${dueDays.full(dates.iso(at))} à ${dates.clock(at)}.`,
    apply: 'Candidater',
    read: 'Lire l’appel',
    groups: 'Groupes ouverts',
    join: 'Vous pouvez demander à rejoindre un de ces groupes.',
  },
  noMeeting: 'Aucune séance n’est prévue dans vos groupes.',
  seeMeetings: (group: string) => `Séances de « ${group} »`,
  around: 'Autour de vous',
  groups: 'Mes groupes',
  allGroups: 'Tous mes groupes',
} as const;
