import type { ReviewAnswer, ReviewEnding, ReviewOutcome } from '#shared/reviews/review.ts';
import { dates, type WhoAndWhen } from '../kernel/dates.fr.ts';
import { plural } from '../kernel/plural.fr.ts';

/** Words of exact texts and review rounds. */
export const review = {
  versionName: (day: string) => `Soumis à la relecture le ${day}`,
  title: 'Relectures',
  titleOf: (title: string) => `Relectures de « ${title} »`,
  lead: 'Une relecture porte sur un texte exact, gardé tel quel sous son empreinte. Chaque organisation consultée l’approuve, l’approuve sous réserve ou le refuse.',
  back: 'Revenir au document',
  one: (number: number) => `Relecture nᵒ ${number}`,
  none: 'Aucune relecture pour l’instant',
  noneText:
    'Ouvrez la première quand le texte est prêt : il est alors gardé au mot près, et peut continuer à être modifié.',
  noneReader: 'L’animation du groupe ou les auteurs en ouvrent une quand le texte est prêt.',
  past: 'Relectures du document',
  open: 'Ouvrir une relecture',
  openAgain: 'Ouvrir une nouvelle relecture',
  openLead: 'Le texte est soumis tel qu’il est maintenant. Les modifications suivantes ne le changeront pas.',
  questions: 'Questions posées',
  questionsHint: 'Une par ligne, dix au plus. Facultatif.',
  deadline: 'Échéance',
  deadlineHint: 'À l’heure de Paris.',
  asked: 'Organisations consultées',
  askedHint: 'Celles qui ont au moins une personne pouvant répondre.',
  againHint: (name: string) => `${name} (doit répondre de nouveau)`,
  nobody:
    'Aucune organisation ne peut répondre : ajoutez des organisations au groupe, ou donnez-leur accès au document.',
  quorum: 'Quorum',
  quorumHint: 'Nombre d’organisations qui doivent répondre pour que la relecture compte.',
  replace: 'Remplacer la relecture en cours',
  replaceHint: 'Les réponses déjà données y restent, sans effet sur le nouveau texte.',
  submit: 'Soumettre le texte et ouvrir',
  refused: 'Rien n’a été enregistré',
  answers: {
    approve: 'Approuve',
    approveWithReservation: 'Approuve sous réserve',
    refuse: 'Refuse',
  } satisfies Record<ReviewAnswer, string>,
  noAnswerYet: 'Pas encore de réponse',
  silence: 'Silence',
  state: {
    open: 'En cours',
    approved: 'Approuvé',
    notApproved: 'Non approuvé',
    noQuorum: 'Sans quorum',
    withdrawn: 'Retirée',
    replaced: 'Remplacée',
    ending: 'Échéance passée',
  } satisfies Record<ReviewOutcome | 'open' | 'withdrawn' | 'replaced' | 'ending', string>,
  outcome: {
    approved: 'Le texte est approuvé : il est signé sous cette empreinte.',
    notApproved: 'Le texte n’est pas approuvé : une organisation au moins l’a refusé.',
    noQuorum: 'La relecture est terminée sans quorum : elle ne décide rien.',
  } satisfies Record<ReviewOutcome, string>,
  ended: (ending: ReviewEnding, at: Date) =>
    ({
      allAnswered: `Close le ${dates.exact(at)}, toutes les organisations ayant répondu.`,
      deadline: `Close à son échéance, le ${dates.exact(at)}.`,
      withdrawn: `Retirée le ${dates.exact(at)}.`,
      replaced: `Remplacée le ${dates.exact(at)} par une nouvelle relecture : ce texte n’est plus à relire.`,
    })[ending],
  newest: 'Voir les relectures du document',
  until: (deadline: Date) => `Jusqu’au ${dates.exact(deadline)}, heure de Paris`,
  counted: (given: number, asked: number, quorum: number) =>
    `${given} sur ${plural(asked, 'organisation a répondu', 'organisations ont répondu')} · quorum : ${quorum}`,
  text: 'Texte exact',
  textLead: ({ short, at, by }: { short: string } & WhoAndWhen) =>
    `Texte ${short}, soumis le ${at} par ${by}.`,
  writers: (names: string) => `Écrit par : ${names}.`,
  former: 'un ancien membre',
  answersTitle: 'Réponses',
  answersTable: 'Réponses des organisations',
  organisation: 'Organisation',
  answer: 'Réponse',
  when: 'Quand',
  reason: 'Motif',
  by: ({ at, by }: WhoAndWhen) => `${at}, par ${by}`,
  earlier: (count: number) => plural(count, 'réponse précédente', 'réponses précédentes'),
  yours: (name: string) => `Répondre pour ${name}`,
  changeYours: (name: string) => `Changer la réponse de ${name}`,
  choose: 'Réponse de votre organisation',
  reasonLabel: 'Motif ou remarque',
  reasonHint: 'Demandé pour une réserve ou un refus.',
  confirmed: (organisation: string) => `J’ai lu ce texte et je réponds au nom de ${organisation}`,
  send: 'Signer cette réponse',
  sendHint: 'La réponse porte sur ce texte et lui seul. Elle est inscrite au journal d’audit.',
  remark: 'Remarque sur un passage',
  remarkLead: 'Elle devient une discussion du document, à l’endroit cité.',
  quote: 'Passage cité',
  quoteHint: 'Quelques mots du texte, tels quels.',
  remarkBody: 'Votre remarque',
  remarkSend: 'Ajouter la remarque',
  withdraw: 'Retirer cette relecture',
  withdrawReason: 'Motif du retrait',
  withdrawHint:
    'Les réponses restent dans l’historique, sans effet. Une nouvelle relecture peut être ouverte ensuite.',
  news: {
    ouverte: 'La relecture est ouverte. Les personnes qui peuvent répondre reçoivent un courriel.',
    repondu: 'La réponse de votre organisation est enregistrée.',
    close: 'La réponse est enregistrée. Toutes les organisations ont répondu : la relecture est close.',
    remarque: 'Votre remarque est une discussion du document.',
    retiree: 'La relecture est retirée.',
  },
  same: 'Le document dit toujours exactement ce texte.',
  signed: (short: string) => `Signé sur l’état ${short}`,
  inReview: (short: string) => `En relecture sur l’état ${short}`,
  since: ({
    isSame,
    isRenamed,
    changes,
  }: {
    isSame: boolean;
    isRenamed: boolean;
    changes: number | null;
  }) => {
    if (isSame) return 'sans changement depuis';
    const counted =
      changes === null ? 'modifié depuis' : `${plural(changes, 'changement', 'changements')} depuis`;
    if (!isRenamed) return counted;
    return changes === 0 ? 'titre changé depuis' : `${counted}, titre compris`;
  },
  compare: 'Voir ce qui a changé',
  sinceSigned: (number: number) => `Voir ce qui a changé depuis le texte signé (relecture nᵒ ${number})`,
  again: (names: string) => `Ont signé l’état précédent et doivent répondre de nouveau : ${names}.`,
  proof: 'Preuve',
  fingerprint: 'Empreinte SHA-256',
  verify: 'Page publique de vérification',
  json: 'Texte exact (JSON)',
  file: (format: string) => `Texte signé (${format})`,
} as const;
