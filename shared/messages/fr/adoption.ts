import type { Condition, ConditionAnswer, DataAnswer } from '#shared/adoption/feasibility.ts';
import type { Proposal } from '#shared/adoption/proposal.ts';
import type { DataAsk } from '#shared/adoption/whom-to-ask.ts';
import type { ProducerKind } from '#shared/dataset/dataset.ts';
import { plural } from './plural.ts';

const list = new Intl.ListFormat('fr');
const conditions = {
  perimeter: 'le périmètre',
  means: 'le temps et l’argent',
  constraints: 'les autres contraintes',
} satisfies Record<Condition, string>;

const ask = {
  public_local: 'à un service de la ville, à l’intercommunalité, au département ou à un syndicat local',
  public_national: 'à l’organisme national qui la produit',
  parapublic: 'à l’établissement ou à l’agence qui la produit',
  entreprise: 'à l’entreprise qui la détient, par convention ou par le contrat de délégation',
  citoyens_associations: 'aux associations et aux habitants qui la recueillent',
} satisfies Record<ProducerKind, string>;

/** Words of what other cities make of a use case: can they, do they, did they. */
export const adoption = {
  reproduce: 'Reproduire dans ma ville',
  pageTitle: (sheet: string) => `Reproduire dans ma ville : ${sheet}`,
  reproduceLead:
    'Votre ville peut-elle en faire autant ? Quelques questions, et la réponse vient avec ce qui manque et à qui le demander.',
  start: 'Répondre aux questions',
  lead: 'Pour chaque donnée et chaque condition de la fiche, dites où en est votre ville. La réponse vient avec ce qui manque, et à qui le demander.',
  nothingKept:
    'Rien n’est enregistré : vos réponses sont dans l’adresse de la page, que vous pouvez garder ou envoyer.',
  toSheet: 'Lire la fiche',
  dataTitle: 'Les données',
  noNeeds: 'La fiche ne nomme aucune donnée : seules ses conditions comptent.',
  importance: { essential: 'Indispensable', useful: 'Utile' },
  there: (producer: string, access: string) => `Dans la ville de la fiche : ${producer}, ${access}`,
  answers: {
    open: 'Nous l’avons, ouverte',
    closed: 'Nous l’avons, non publiée',
    obtainable: 'Nous pouvons l’obtenir',
    unavailable: 'Impossible à obtenir',
  } satisfies Record<DataAnswer, string>,
  unknown: 'Je ne sais pas encore',
  proposed: 'Réponse proposée',
  grounds: ({ kind }: Proposal['ground']) =>
    ({ national: 'donnée nationale ouverte, qui couvre sans doute aussi votre ville.' })[kind],
  conditionsTitle: 'Les conditions',
  conditionsHeading: 'Conditions de déploiement',
  conditionsSaid: 'Ce que la fiche dit des conditions de déploiement',
  questions: {
    perimeter: 'Le périmètre : avez-vous un lieu et une échelle comparables à ceux de la fiche ?',
    means: 'Le temps et l’argent : pouvez-vous les réunir ?',
    constraints: 'Les autres contraintes, de droit, d’outils ou de compétences : sont-elles levées ?',
  } satisfies Record<Condition, string>,
  effort: (effort: string) => `Effort dans la ville de la fiche : ${effort}.`,
  conditionAnswers: {
    met: 'Oui',
    toArrange: 'À préparer',
    blocked: 'Non, impossible',
  } satisfies Record<ConditionAnswer, string>,
  department: 'Votre département',
  departmentHint: 'Pour nommer la structure qui aide les collectivités de votre territoire.',
  chooseDepartment: 'À choisir',
  submit: 'Voir si c’est faisable',
  result: 'La réponse',
  verdicts: {
    feasible: 'Faisable dans votre ville',
    missing: 'Faisable, une fois réuni ce qui manque',
    notFeasible: 'Pas faisable en l’état',
    unanswered: (count: number) => `Encore ${plural(count, 'réponse', 'réponses')} avant de pouvoir conclure`,
  },
  nothingMissing: 'Tout ce qui est indispensable est là.',
  conditions,
  quoted: (name: string) => `« ${name} »`,
  missing: (names: readonly string[]) => `Il manque : ${list.format(names)}.`,
  blocking: (names: readonly string[]) => `Ce qui bloque : ${list.format(names)}.`,
  unanswered: (names: readonly string[]) => `Reste à dire : ${list.format(names)}.`,
  without: (names: readonly string[]) =>
    `Utile sans être indispensable, et pas encore là : ${list.format(names)}.`,
  whomToAsk: 'À qui demander',
  whom: ({ producerKind, producerName }: DataAsk) =>
    producerName ? `${ask[producerKind]} (${producerName})` : ask[producerKind],
  facilitators: 'Pour vous y aider, près de chez vous :',
  noFacilitator: 'Aucune structure d’aide n’est connue dans ce département.',
  whichDepartment:
    'Choisissez votre département en bas du formulaire pour connaître la structure qui peut vous aider.',
  didIt: 'Qui l’a fait',
} as const;
