import type { ReviewAnswer, ReviewOutcome } from '#shared/reviews/review.ts';
import { dates } from '../kernel/dates.fr.ts';

/** Words of the public page that says what was signed. */
export const verification = {
  title: 'Vérifier un texte signé',
  lead: 'Les textes signés sur cette plateforme portent une empreinte. Cette page dit ce qui a été signé sous elle, quand, et par quelles organisations ; elle ne montre rien du texte.',
  found: (short: string) => `Texte ${short}`,
  ofFile: (format: string) =>
    `L’empreinte demandée est celle d’un fichier ${format} produit ici pour ce texte, avec sa table des approbations.`,
  text: 'Empreinte SHA-256 du texte exact',
  unknown: 'Aucun texte signé ne porte cette empreinte',
  unknownText:
    'Ce fichier ou ce texte n’a pas été signé ici, ou il a été modifié depuis : une seule lettre changée donne une autre empreinte.',
  round: (submitted: Date, closed: Date) =>
    `Texte soumis le ${dates.exact(submitted)}, relecture close le ${dates.exact(closed)} (heure de Paris).`,
  quorum: (quorum: number) => `Quorum : ${quorum}.`,
  outcome: {
    approved: 'Texte approuvé',
    notApproved: 'Texte non approuvé',
    noQuorum: 'Relecture sans quorum',
  } satisfies Record<ReviewOutcome, string>,
  answers: {
    approve: 'Approuve',
    approveWithReservation: 'Approuve sous réserve',
    refuse: 'Refuse',
  } satisfies Record<ReviewAnswer, string>,
  silence: 'Silence',
  organisation: 'Organisation',
  answer: 'Réponse',
  when: 'Quand',
  basis: 'Qui a confirmé le signataire',
  at: (at: Date) => dates.exact(at),
  tableOf: (closed: Date) => `Réponses des organisations, relecture close le ${dates.exact(closed)}`,
  check: 'Vérifier un fichier',
  checkLead:
    'Choisissez le fichier reçu, ou déposez-le ici : PDF, Word, OpenDocument, page web ou JSON. Il est lu dans votre navigateur et n’est pas envoyé.',
  file: 'Fichier à vérifier',
  noScript:
    'Sans script, calculez l’empreinte du fichier avec sha256sum (certutil sous Windows) et comparez-la à celles de cette page.',
  reading: 'Lecture du fichier…',
  insecure:
    'Ce navigateur ne calcule d’empreintes que par une connexion sécurisée (https). Comparez l’empreinte du fichier à la main.',
  isText: 'Ce fichier contient exactement le texte signé.',
  isFile: 'Ce fichier est bien l’un de ceux que la plateforme a produits pour ce texte signé.',
  forgedText: 'Ce fichier ne contient pas le texte signé : il a été modifié, ou vient d’un autre document.',
  forgedFile:
    'Ce fichier n’est pas l’un de ceux que la plateforme a produits pour ce texte : il a été modifié, enregistré de nouveau, ou vient d’ailleurs.',
  its: (sha256: string) => `Son empreinte : ${sha256}`,
  files: 'Fichiers produits pour ce texte',
  madeAt: (format: string, at: Date) => `${format}, ${dates.exact(at)}`,
} as const;
