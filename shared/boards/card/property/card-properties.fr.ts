import type { CardProperty, DayProperty, SetProperty, Told } from './card-properties.ts';

/** What each is called, and what is said where a card has none. */
export const propertyWords = {
  assignees: { name: 'Personnes', none: 'Aucune personne' },
  organisations: { name: 'Organisations', none: 'Aucune organisation' },
  labels: { name: 'Étiquettes', none: 'Aucune étiquette' },
  start: { name: 'Début', none: 'Sans date de début' },
  due: { name: 'Échéance', none: 'Sans échéance' },
} as const satisfies Record<CardProperty, { readonly name: string; readonly none: string }>;

/** Its members are chosen by this button; there may be none to choose. */
export const choosing = {
  assignees: { choose: 'Choisir les personnes', nothing: 'Ce groupe n’a pas encore de membre.' },
  organisations: { choose: 'Choisir les organisations', nothing: 'Ce groupe n’a pas encore d’organisation.' },
  labels: { choose: 'Choisir les étiquettes', nothing: 'Ce tableau n’a pas encore d’étiquette.' },
} as const satisfies Record<SetProperty, { readonly choose: string; readonly nothing: string }>;

/** A day of a card where nothing around says which. */
export const dayIs = {
  start: (date: string) => `Début : ${date}`,
  due: (date: string) => `Échéance : ${date}`,
} as const satisfies Record<DayProperty, (date: string) => string>;

/** Over their columns in a table for other programs, in its order. */
export const propertyHeadings = {
  labels: 'Étiquettes',
  assignees: 'Personnes',
  organisations: 'Organisation',
  start: 'Début',
  due: 'Échéance',
} as const satisfies Record<CardProperty, string>;

/** What became of one of them, after the name of whoever did it; `to` is empty for a day that went. */
export const propertySentences = {
  start: ({ to }) => (to ? `a fixé le début : ${to}` : 'a retiré le début'),
  due: ({ to }) => (to ? `a fixé l’échéance : ${to}` : 'a retiré l’échéance'),
  tied: ({ to }) => `a rattaché la carte à ${to}`,
  untied: ({ to }) => `a détaché la carte de ${to}`,
  assigned: ({ to }) => `a confié la carte à ${to}`,
  unassigned: ({ to }) => `a retiré la carte à ${to}`,
  labelled: ({ to }) => `a ajouté l’étiquette « ${to} »`,
  unlabelled: ({ to }) => `a retiré l’étiquette « ${to} »`,
} satisfies Record<DayProperty | Told, (names: { readonly to: string }) => string>;
