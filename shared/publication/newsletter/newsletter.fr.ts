import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import type { NewsletterMailState, NewsletterPart, TypedNewsletter } from './newsletter.ts';
import type { NewsletterError } from './newsletter-errors.ts';

/** Words of newsletters. */
export const newsletter = {
  title: 'Lettres d’information',
  one: 'Lettre d’information',
  lead: 'Ce qui s’est passé et ce qui vient dans le programme, envoyé par courriel et gardé ici.',
  new: 'Composer une lettre',
  newLead:
    'Choisissez une période : les actualités, les cas d’usage et les appels de ces jours-là, et les événements à venir, s’y rangent d’eux-mêmes. Rien ne part avant que vous ne l’ayez relue.',
  edit: 'Modifier',
  editTitle: 'Modifier la lettre',
  empty: 'Aucune lettre n’est encore partie.',
  drafts: 'Brouillons',
  draft: 'Brouillon',
  sent: (day: Date) => `Envoyée le ${dates.short(day)}`,
  fields: {
    title: 'Titre, et objet du courriel',
    introduction: 'Introduction',
    fromDay: 'Du',
    toDay: 'Au',
    toldTo: 'Qui la lit ici, une fois envoyée',
  } satisfies Record<keyof TypedNewsletter, string>,
  introductionHint: 'Une ligne vide sépare deux paragraphes. Une adresse (https://…) devient un lien.',
  period: 'Période',
  save: 'Enregistrer',
  saveDraft: 'Enregistrer et relire',
  cancel: 'Annuler',
  refused: 'Rien n’est fait',
  preview: 'Aperçu',
  previewLead: (count: number) =>
    `Elle partira à ${plural(count, 'personne', 'personnes')} du programme. Qui a refusé ces lettres ne la recevra pas.`,
  send: 'Envoyer la lettre',
  parts: {
    bulletins: 'Actualités',
    events: 'Événements à venir',
    sheets: 'Nouveaux cas d’usage',
    calls: 'Appels ouverts',
  } satisfies Record<NewsletterPart, string>,
  nothing:
    'Rien n’est paru pendant cette période, et rien n’est à venir : la lettre n’a que son introduction.',
  callUntil: (day: Date) => `Jusqu’au ${dates.exact(day)}`,
  publicPage: 'Voir la page publique',
  all: 'Toutes les lettres',
  report: 'Ce qui est parti',
  reportOf: (count: number) => `Écrite à ${plural(count, 'personne', 'personnes')}.`,
  states: {
    waiting: 'En attente',
    left: 'Parties',
    kept: 'Gardées sur ce serveur, qui n’envoie pas de courriel',
    refused: 'Refusées par le serveur de courriel',
  } satisfies Record<NewsletterMailState, string>,
  refusedTable: 'Adresses refusées',
  person: 'Personne',
  reason: 'Ce que dit le serveur',
  mail: {
    notice:
      'Vous recevez cette lettre parce que vous êtes du programme. Le lien ci-dessous y met fin ; vos autres courriels restent.',
    end: 'Ne plus recevoir ces lettres',
    action: 'Lire la lettre dans Cordée',
  },
  goneTitle: 'Cette lettre n’est pas publique',
  gone: 'Elle est réservée au programme.',
  news: {
    written: 'Le brouillon est enregistré.',
    changed: 'La lettre est enregistrée.',
    sent: 'La lettre part, à l’un après l’autre. Cette page dit ce qui est parti.',
  },
  errors: {
    'newsletter.titleInvalid': 'Écrivez un titre, en 200 caractères au plus.',
    'newsletter.introductionTooLong': 'Cette introduction est trop longue : 5 000 caractères au plus.',
    'newsletter.dayInvalid': 'Choisissez un jour du calendrier.',
    'newsletter.periodReversed': 'La période finit après son début.',
    'newsletter.periodTooLong': 'Une lettre raconte une année au plus.',
    'newsletter.toldToMissing': 'Choisissez qui lit cette lettre ici.',
    'newsletter.isSent': 'Cette lettre est déjà partie : elle ne change plus.',
    'newsletter.empty':
      'Il n’y a rien à envoyer : écrivez une introduction, ou choisissez une autre période.',
  } satisfies Record<NewsletterError, string>,
} as const;
