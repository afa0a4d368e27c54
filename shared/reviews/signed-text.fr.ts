import type { ReviewAnswer, ReviewOutcome } from '#shared/reviews/review.ts';

/** What a signed text says at its end when it leaves. */
export const signedText = {
  title: 'Table des approbations',
  lead: (number: number, at: string, quorum: number) =>
    `Relecture nᵒ ${number}, close le ${at} (heure de Paris). Quorum : ${quorum}.`,
  outcome: {
    approved: 'Texte approuvé.',
    notApproved: 'Texte non approuvé.',
    noQuorum: 'Relecture sans quorum.',
  } satisfies Record<ReviewOutcome, string>,
  organisation: 'Organisation',
  answer: 'Réponse',
  when: 'Quand',
  reason: 'Motif',
  basis: 'Qui a confirmé le signataire',
  silence: 'Silence',
  answers: {
    approve: 'Approuve',
    approveWithReservation: 'Approuve sous réserve',
    refuse: 'Refuse',
  } satisfies Record<ReviewAnswer, string>,
  fingerprint: 'Empreinte SHA-256 du texte exact, sans cette table :',
  verify: (address: string) => `À vérifier sur ${address}`,
} as const;
