import { dates } from '../../kernel/dates.fr.ts';
import { SIGNATORY_LINK_DAYS, type SignatoryError } from './signatory.ts';

/** [O7] [O8] The page where one asks to speak for one’s organisation, and the one behind the link of the mail. */
export const signatory = {
  tab: 'Signer',
  title: 'Signer pour mon organisation',
  heading: (organisation: string) => `Signer pour ${organisation}`,
  lead: (organisation: string) =>
    `Répondre à une relecture, voter ou répondre à un livrable pour ${organisation} demande une personne que l’organisation elle-même a confirmée : par son adresse déclarée, ou par un autre signataire. La coordination ne peut pas le faire à sa place. Lire, écrire et commenter ne le demandent pas.`,
  noOrganisation:
    'Votre compte n’est d’aucune organisation : il n’y a personne pour qui signer. L’administration de la plateforme peut en choisir une.',
  own: {
    title: 'Votre état',
    confirmed: 'Vous êtes signataire',
    unconfirmed: 'Vous n’êtes pas encore signataire',
    byAddress: (address: string, day: Date) => `Confirmé par l’adresse ${address} le ${dates.day(day)}.`,
    byColleague: (day: Date) => `Confirmé par un autre signataire de l’organisation le ${dates.day(day)}.`,
    end: 'Ne plus être signataire',
  },
  ask: {
    title: 'Demander la confirmation',
    lead: (address: string, organisation: string) =>
      `Un courriel part à ${address}, l’adresse déclarée de ${organisation}. La personne qui le lit y trouve votre nom, votre adresse et un lien pour vous confirmer. Les signataires de l’organisation, s’il y en a, sont prévenus aussi.`,
    submit: 'Envoyer la demande',
    again: 'Envoyer de nouveau',
    sent: (address: string, at: Date) =>
      `Demande envoyée à ${address} le ${dates.exact(at)}. Le lien sert ${SIGNATORY_LINK_DAYS} jours ; une nouvelle demande peut partir un jour après.`,
    refused:
      'L’adresse déclarée a répondu que vous n’êtes pas de chez elle. Voyez avec elle ; une nouvelle demande peut partir un jour après la précédente.',
    noAddress: (organisation: string) =>
      `${organisation} n’a pas encore d’adresse déclarée. Demandez à la coordination du programme de l’inscrire sur la fiche de l’organisation, ou à un signataire de l’organisation de vous confirmer.`,
  },
  colleagues: {
    title: 'Vos collègues',
    lead: 'Confirmez quelqu’un si vous savez qu’il travaille bien dans votre organisation et qu’il peut s’engager pour elle.',
    table: 'Comptes de l’organisation, ceux qui demandent en premier',
    person: 'Personne',
    state: 'Signataire',
    none: 'Personne d’autre n’a de compte dans votre organisation.',
    signs: (day: Date) => `Depuis le ${dates.short(day)}`,
    asks: (day: Date) => `Demande du ${dates.short(day)}`,
    not: 'Non',
    confirm: 'Confirmer',
    withdraw: 'Retirer',
    /** Said after the name of a button, for those who hear it alone. */
    named: (name: string) => `, ${name}`,
    first: (count: number) => `Les ${count} premiers comptes sont montrés.`,
  },
  refused: 'Cela n’a pas pu se faire',
  news: {
    demande: 'La demande est faite. Vous recevrez un courriel quand on y aura répondu.',
    confirme: 'Cette personne peut maintenant signer pour l’organisation. Un courriel le lui dit.',
    retire: 'Cette personne ne signe plus pour l’organisation. Un courriel le lui dit.',
    fin: 'Vous n’êtes plus signataire. Ce que vous avez signé reste.',
  },
  link: {
    title: 'Confirmer un signataire',
    heading: (organisation: string) => `Qui signe pour ${organisation} ?`,
    asks: (name: string, organisation: string) =>
      `${name} demande à pouvoir répondre, voter et signer au nom de ${organisation} sur Cordée.`,
    account: 'Adresse du compte',
    jobTitle: 'Fonction indiquée',
    askedAt: 'Demande du',
    meaning:
      'Confirmez seulement si cette personne travaille dans votre organisation et peut s’engager pour elle. Votre adresse sera citée avec ses signatures, en public.',
    confirm: 'Confirmer',
    refuse: 'Ce n’est pas quelqu’un de chez nous',
    confirmed: (name: string) => `${name} est maintenant signataire. Un courriel le lui dit.`,
    refused: (name: string) =>
      `${name} n’est pas signataire. L’administration de la plateforme en garde la trace.`,
    unusableTitle: 'Ce lien ne sert plus',
  },
  /** Where the form of an act for an organisation would be. */
  note: (organisation: string) =>
    `Signer ou voter pour ${organisation} demande d’être confirmé comme signataire par l’organisation. Vous pouvez commenter en attendant.`,
  noteLink: 'Demander la confirmation',
  /** On the card of an organisation, for those who administer it. */
  card: {
    email: 'Adresse déclarée de l’organisation',
    emailHint:
      'Une boîte que l’organisation lit, comme mairie@ville.fr. Elle confirme ses signataires et sera citée en public avec leurs signatures. L’adresse d’avant est prévenue de tout changement, et le journal d’audit en garde la trace.',
    signatories: 'Signataires',
    signatoriesHint:
      'Confirmés par l’organisation elle-même. Vous pouvez retirer un signataire, pas en confirmer un.',
    noSignatory: 'Personne n’est encore confirmé pour signer.',
    withdrawn: 'Cette personne ne signe plus pour l’organisation.',
  },
  errors: {
    'signatory.unconfirmed':
      'Il faut être confirmé comme signataire par votre organisation pour agir en son nom. Demandez-le dans « Mon compte », « Signer ».',
    'signatory.noOrganisation':
      'Votre compte n’est d’aucune organisation : demandez d’abord à l’administration de la choisir.',
    'signatory.noAddress':
      'Votre organisation n’a pas d’adresse déclarée : demandez à la coordination de l’inscrire, ou à un signataire de vous confirmer.',
    'signatory.already': 'Cette personne est déjà signataire.',
    'signatory.askedToday': 'Une demande est déjà partie aujourd’hui : attendez un jour avant la suivante.',
    'signatory.linkUnusable':
      'Ce lien a déjà servi, est trop ancien, ou l’adresse déclarée a changé depuis. La personne peut envoyer une nouvelle demande depuis son compte.',
    'signatory.notFound': 'Ce compte n’est pas de cette organisation, ou n’y est pas signataire.',
  } satisfies Record<SignatoryError, string>,
} as const;
