import type { ApplicationError } from '#shared/programme/application/application-errors.ts';

/** What is said when something cannot be done with an application. */
export const applicationErrors = {
  'application.noOrganisation':
    'Votre compte n’est rattaché à aucune organisation. Demandez à la coordination du programme de le rattacher, puis revenez ici.',
  'application.organisationCannotLead':
    'Une candidature est portée par une commune, une intercommunalité ou une agence d’urbanisme. Votre organisation peut l’accompagner, pas la porter.',
  'application.callNotOpen':
    'Cet appel n’est pas ouvert : aucune candidature ne peut y être commencée ni déposée.',
  'application.callClosed':
    'L’appel est clos : le dépôt n’est plus possible. Votre brouillon est conservé et reste lisible.',
  'application.agreementMissing': 'Choisissez la convention Action cœur de ville de la candidature.',
  'application.agreementNotYours':
    'Votre commune a signé une autre convention : une commune candidate pour la sienne. Pour faire autrement, demandez une dérogation à la coordination.',
  'application.agreementTaken':
    'Une candidature existe déjà pour cette convention dans cette saison. Rejoignez-la, ou demandez une dérogation à la coordination.',
  'application.notDraft': 'La candidature est déposée : cela ne peut plus changer.',
  'application.alreadySubmitted': 'Cette candidature est déjà déposée : un seul dépôt suffit.',
  'application.notSubmitted': 'Cette candidature n’est pas en attente d’instruction.',
  'application.incomplete':
    'Des réponses manquent ou sont à corriger : la liste est au-dessus du formulaire. Rien n’est perdu.',
  'application.ineligible': 'Une règle de l’appel empêche le dépôt : elle est dite au-dessus du formulaire.',
  'application.changedMeanwhile':
    'Quelqu’un a écrit dans la candidature à l’instant du dépôt. Relisez, puis déposez de nouveau.',
  'application.correctionOpen': 'Une demande de correction est déjà en cours : une seule à la fois.',
  'application.correctionOver':
    'Le délai de la correction est passé : la candidature déposée reste telle qu’elle était.',
  'application.correctionInvalid':
    'Choisissez au moins un champ, écrivez ce qui est attendu et donnez une date à venir.',
  'application.withdrawn': 'Cette candidature est retirée.',
  'application.notWithdrawn': 'Cette candidature n’est pas retirée.',
  'application.coLeadInvalid':
    'Choisissez une autre commune, une intercommunalité ou une agence d’urbanisme du programme.',
  'application.tieAwaited':
    'Le dépôt attend la confirmation de votre rattachement à la collectivité. Un courriel vous préviendra ; le brouillon reste à vous et s’écrit dès maintenant.',
  'application.notCompleting': 'Cette candidature n’attend pas de complément : il n’y a rien à remettre.',
  'application.fileRefused':
    'Ce fichier n’est pas accepté ici : vérifiez son format et sa taille (10 Mo au plus).',
} satisfies Record<ApplicationError, string>;
