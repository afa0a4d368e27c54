import { plural } from '../../kernel/plural.fr.ts';
import type { SignedDifference, SignedFact, SignedKindName, SignedReport } from './signed-facts.ts';

const kinds = {
  reviewRound: 'Relecture',
  reviewOrganisation: 'Organisation consultée par une relecture',
  reviewAnswer: 'Réponse à une relecture',
  exactText: 'Texte exact d’une relecture',
  signedFile: 'Fichier d’un texte signé',
  visa: 'Visa d’une fiche',
  consent: 'Accord d’une personne interrogée',
  minutes: 'Compte rendu approuvé',
  vote: 'Vote d’une séance',
  committeeDecision: 'Décision de comité',
  announcement: 'Annonce de décisions',
  announcedDecision: 'Décision annoncée',
  marks: 'Notes données',
  delivery: 'Livrable de mission',
  verdict: 'Réponse à un livrable de mission',
} satisfies Record<SignedKindName, string>;

const facts = {
  document: 'le document',
  text: 'le texte visé',
  title: 'le titre',
  words: 'les mots du texte',
  origin: 'l’origine (version, auteurs, dépôt, fichier)',
  number: 'le numéro',
  questions: 'les questions',
  deadline: 'l’échéance',
  quorum: 'le quorum',
  opener: 'qui l’a ouverte',
  opening: 'l’instant de l’ouverture',
  closing: 'l’instant de la clôture',
  ending: 'la façon dont elle s’est close',
  outcome: 'le résultat',
  name: 'le nom de l’organisation',
  organisation: 'l’organisation',
  answer: 'la réponse',
  reason: 'le motif',
  signer: 'la personne',
  basis: 'ce qui confirmait le signataire',
  day: 'l’instant',
  format: 'le format',
  sheet: 'la fiche',
  kind: 'la nature du visa',
  presented: 'ce qui était présenté avec le texte',
  status: 'l’état',
  meeting: 'la séance',
  call: 'l’appel',
  decision: 'la décision (résultat, rang, motivation)',
  announcement: 'l’annonce',
  waitingRank: 'le rang d’attente',
  motivation: 'la motivation',
  marks: 'les notes',
  submission: 'le dépôt noté',
  consent: 'l’accord (de qui, quel jour, comment, avec quelles images)',
  choices: 'les choix',
  voices: 'qui vote',
  secret: 'le secret du vote',
  note: 'la note',
} satisfies Record<SignedFact, string>;

function difference({ kind, title, number, key, line, facts: changed, found }: SignedDifference): string {
  const named = [
    number === null ? kinds[kind] : `${kinds[kind]} n° ${number}`,
    title ? `, « ${title} »` : '',
    ` (${key})`,
  ].join('');
  if (found === 'added') return `${named} : aucune ligne du journal n’en parle.`;
  if (found === 'removed') return `${named} : la ligne ${line} du journal en parle, la base ne l’a plus.`;
  const what = changed.map((fact) => facts[fact]).join(', ');
  return `${named} : la base ne dit plus ce que dit la ligne ${line} du journal. Diffère : ${what}.`;
}

/** [AU10] What was signed or decided, compared with the audit trail: on its page and in the terminal. */
export const signedFacts = {
  hold: ({ same }: SignedReport) =>
    `${plural(same, 'fait signé ou décidé est le même', 'faits signés ou décidés sont les mêmes')} dans la base et dans le journal : relectures, réponses, textes, visas, accords, comptes rendus, votes, notes, livrables, décisions.`,
  older: (count: number) =>
    `${plural(count, 'fait antérieur ou venu d’une archive, non comparable en entier', 'faits antérieurs ou venus d’une archive, non comparables en entier')} : le journal n’en a pas le détail.`,
  broken: (count: number) =>
    `${plural(count, 'fait signé ou décidé n’est plus le même', 'faits signés ou décidés ne sont plus les mêmes')} dans la base et dans le journal. Prévenez l’administration du serveur et gardez une copie de la base.`,
  difference,
  more: (count: number) => `Et ${plural(count, 'autre différence', 'autres différences')}.`,
} as const;
