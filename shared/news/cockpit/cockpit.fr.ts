import type { ReminderCause } from '#shared/people/reminder/reminder.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the page of those who facilitate a group. */
export const cockpit = {
  title: 'Animation',
  lead: 'Ce que le groupe attend de vous, et qui attend un signe. Visible de l’animation seulement.',
  next: 'Prochaine séance',
  noNext: 'Aucune séance n’est prévue.',
  plan: 'Prévoir une séance',
  open: 'Voir la séance',
  mine: { yes: 'Vous venez.', no: 'Vous ne venez pas.', maybe: 'Vous viendrez peut-être.' },
  changeAnswer: 'Modifier',
  agenda: (items: number, minutes: number) =>
    items === 0
      ? 'L’ordre du jour est vide.'
      : `${plural(items, 'point à l’ordre du jour', 'points à l’ordre du jour')}, ${minutes} minutes.`,
  proposed: (count: number) =>
    plural(count, 'point proposé attend votre accord', 'points proposés attendent votre accord'),
  coming: (count: number) => plural(count, 'présence annoncée', 'présences annoncées'),
  unanswered: (count: number) => plural(count, 'personne n’a pas répondu', 'personnes n’ont pas répondu'),
  everybodyAnswered: 'Tout le monde a répondu.',
  cities: 'Contributions par ville',
  citiesLead: 'Un texte, une carte, un commentaire ou une réponse à une invitation comptent.',
  silence: 'Silencieuse après',
  weeks: (count: number) => plural(count, 'semaine', 'semaines'),
  show: 'Changer ce délai',
  city: 'Ville ou organisation',
  last: 'Dernière contribution',
  state: 'État',
  remind: 'Relancer',
  never: (weeks: number) => `rien depuis ${weeks} semaines au moins`,
  silent: 'Silencieuse',
  active: 'Active',
  noCity: 'Aucune organisation n’est encore représentée dans ce groupe.',
  texts: 'Textes attendus',
  textsLead:
    'Parmi les derniers documents modifiés : les parties sans texte, et les villes qui n’y ont pas écrit.',
  noText: 'Aucune partie n’attend de texte.',
  emptyParts: (count: number) => plural(count, 'partie sans texte', 'parties sans texte'),
  otherParts: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
  written: 'Ont écrit :',
  notWritten: 'N’ont pas encore écrit :',
  late: 'Cartes en retard',
  lateOf: (count: number) => plural(count, 'carte en retard', 'cartes en retard'),
  noLate: 'Aucune carte n’est en retard.',
  noOrganisation: 'Sans ville ni organisation',
  requests: 'Demandes en attente',
  noRequest: 'Aucune demande n’attend de réponse.',
  joinWaiting: (count: number) =>
    plural(count, 'demande à rejoindre le groupe', 'demandes à rejoindre le groupe'),
  accessWaiting: (count: number) => plural(count, 'demande d’accès', 'demandes d’accès'),
  minutes: 'Comptes rendus à soumettre',
  noMinutes: 'Aucun compte rendu n’est à soumettre.',
  preview: {
    answer: 'Relancer ceux qui n’ont pas répondu…',
    silence: 'Relancer…',
    late: 'Relancer…',
    text: 'Relancer ces villes…',
  } satisfies Record<ReminderCause, string>,
  previewOf: (name: string) => `Relancer ${name}`,
  to: (names: string) => `Courriel à ${names}`,
  subject: (text: string) => `Objet : ${text}`,
  sending: 'Envoi…',
  send: (count: number) => `Envoyer à ${plural(count, 'personne', 'personnes')}`,
  already: (names: string, day: string) =>
    `Déjà fait cette semaine (${day}) : ${names}. Une relance par semaine et par sujet, pas davantage.`,
  sent: (count: number) =>
    count === 0
      ? 'Personne n’a été relancé : cela avait déjà été fait cette semaine.'
      : `${plural(count, 'courriel est écrit', 'courriels sont écrits')}.`,
  nobody: 'Personne à qui écrire.',
} as const;
