import type { PublishedInterviewError } from '#shared/publication/interview/interview-errors.ts';
import type { ConsentStanding } from '#shared/publication/interview/published-interview.ts';

/** Words of published interviews, inside and outside. */
export const publishedInterview = {
  title: 'Entretien publié',
  pageTitle: (title: string) => `Publier l’entretien « ${title} »`,
  lead: 'Un entretien paraît sur le site public avec l’accord de la personne, donné sur le texte au mot près.',
  back: 'Retour au document',
  makeOne: 'Ce document est un entretien : le publier avec l’accord de la personne',
  refused: 'Rien n’a été enregistré',
  person: 'Personne interrogée',
  personName: 'Prénom et nom',
  personRole: 'Fonction',
  organisation: 'Organisation',
  hook: 'En une ou deux phrases',
  hookHint: '300 caractères au plus : ce que l’on lit dans les listes.',
  save: 'Enregistrer la personne',
  consent: 'Accord de la personne',
  consentLead:
    'L’accord porte sur le texte d’aujourd’hui et sur ce qui est dit de la personne. Un mot changé ensuite demande un nouvel accord.',
  standings: {
    none: 'À recueillir',
    given: 'Donné',
    outdated: 'Donné sur un texte changé depuis',
    withdrawn: 'Retiré',
  } satisfies Record<ConsentStanding, string>,
  givenBy: 'Accord donné par',
  givenOn: 'Date',
  means: 'Par quel moyen',
  meansHint: 'Par exemple : « courriel du 3 mars », « relu et signé sur place ».',
  coversImages: 'L’accord comprend les images (droit à l’image)',
  note: 'Noter l’accord sur ce texte',
  withdrawTitle: 'L’accord est retiré…',
  withdrawLead: 'La page publique disparaît aussitôt. Elle ne revient qu’avec un nouvel accord.',
  withdrawnBy: 'Accord retiré par',
  withdraw: 'Noter le retrait de l’accord',
  lines: 'Ce qui a été noté',
  line: (isGiven: boolean, who: string, day: string, means: string) =>
    `${isGiven ? 'Accord de' : 'Retrait par'} ${who}, ${day} : ${means}`,
  text: (short: string) => `Texte ${short}`,
  publication: 'Publication',
  never: 'Cet entretien n’est pas publié.',
  notReady: 'Il manque l’accord de la personne sur le texte d’aujourd’hui.',
  mayOrganise: 'Un membre du groupe publie l’entretien une fois l’accord noté.',
  publish: 'Publier l’entretien',
  update: 'Mettre à jour la publication',
  takeBack: 'Retirer du site public',
  address: 'Adresse publique',
  news: {
    personne: 'La personne interrogée est enregistrée.',
    accord: 'L’accord est noté sur ce texte.',
    retrait: 'Le retrait de l’accord est noté : la page publique n’est plus là.',
    publie: 'L’entretien est publié.',
    retire: 'L’entretien n’est plus sur le site public.',
  },
  list: 'Entretiens',
  listLead: 'Des agents des villes moyennes racontent leur travail avec des données.',
  empty: 'Aucun entretien n’est encore publié.',
  of: (name: string, role: string, organisation: string) =>
    [name, role, organisation].filter(Boolean).join(', '),
  withConsent: 'Publié avec l’accord de la personne interrogée.',
  all: 'Tous les entretiens',
  goneTitle: 'Cet entretien a été retiré',
  gone: 'La personne interrogée ou ses auteurs l’ont retiré du site.',
  errors: {
    'publishedInterview.personMissing': 'Écrivez le nom de la personne interrogée.',
    'publishedInterview.hookMissing': 'Dites en une phrase de quoi parle l’entretien.',
    'publishedInterview.tooLong': 'Ce texte est trop long : raccourcissez-le.',
    'publishedInterview.isSheet':
      'Ce document est le texte d’une fiche cas d’usage : il ne peut pas devenir un entretien.',
    'publishedInterview.isPublic':
      'Ce document est déjà publié : retirez d’abord sa publication, puis recueillez l’accord de la personne.',
    'publishedInterview.notDescribed': 'Dites d’abord qui est la personne interrogée.',
    'publishedInterview.consentIncomplete': 'Notez qui a donné l’accord, et comment.',
    'publishedInterview.consentDayInvalid': 'Choisissez le jour de l’accord : aujourd’hui ou un jour passé.',
    'publishedInterview.consentMissing':
      'La personne n’a pas donné son accord à ce texte : notez-le d’abord.',
    'publishedInterview.imageConsentMissing':
      'Le document montre des images ou des fichiers : l’accord doit comprendre le droit à l’image.',
    'publishedInterview.otherText':
      'Le texte change en ce moment même : attendez un instant, puis recommencez.',
  } satisfies Record<PublishedInterviewError, string>,
} as const;
