import type {
  AuditAction,
  AuditFault,
  AuditHead,
  AuditNoun,
  AuditSubjectKind,
} from '#shared/kernel/audit/audit.ts';
import { plural } from '../plural.fr.ts';

const actions = {
  'call.published': 'Appel publié',
  'call.extended': 'Appel prolongé',
  'call.changed': 'Appel modifié',
  'application.submitted': 'Candidature déposée',
  'application.resubmitted': 'Candidature corrigée et déposée de nouveau',
  'application.restored': 'Candidature rétablie',
  'application.correctionRequested': 'Correction demandée',
  'application.withdrawn': 'Candidature retirée',
  'assessment.assigned': 'Dossier confié à une personne',
  'assessment.unassigned': 'Dossier repris à une personne',
  'assessment.recused': 'Déport déclaré',
  'assessment.recusalLifted': 'Déport levé',
  'assessment.marksGiven': 'Notes données',
  'assessment.marksChanged': 'Notes changées',
  'assessment.expertAsked': 'Avis demandé',
  'assessment.expertAnswered': 'Avis rendu',
  'committee.decisionDrafted': 'Décision préparée',
  'committee.embargoSet': 'Embargo fixé',
  'committee.announced': 'Décisions annoncées',
  'experiment.created': 'Expérimentation ouverte',
  'experiment.stateChanged': 'Expérimentation : nouvel état',
  'meeting.voteClosed': 'Vote clos',
  'mission.opened': 'Mission ouverte',
  'mission.stateChanged': 'Mission : nouvel état',
  'mission.deliveryAnswered': 'Livrable de mission : réponse donnée',
  'mission.daysGranted': 'Jours de mission accordés',
  'platform.restored': 'Installation restaurée depuis une sauvegarde',
  'person.secondFactorReset': 'Double authentification retirée à quelqu’un',
  'review.opened': 'Relecture ouverte',
  'review.answered': 'Réponse à une relecture',
  'review.closed': 'Relecture close',
  'review.fileLeft': 'Texte signé emporté en fichier',
  'review.visaAsked': 'Visa demandé',
  'site.closedNeedsChosen': 'Données ouvertes : jeux fermés',
  'site.pageChanged': 'Page du site modifiée',
  'document.published': 'Document publié',
  'document.withdrawn': 'Document retiré du site public',
  'document.trashed': 'Document mis à la corbeille',
  'document.restored': 'Document repris de la corbeille',
  'document.exported': 'Document emporté en fichier',
  'document.consentNoted': 'Accord d’une personne interrogée noté',
  'document.minutesApproved': 'Compte rendu approuvé',
  'document.minutesReopened': 'Approbation d’un compte rendu reprise',
  'board.exported': 'Tableau emporté en fichier',
  'group.exported': 'Documents d’un groupe emportés',
  'document.deleted': 'Document supprimé définitivement',
  'board.trashed': 'Tableau mis à la corbeille',
  'board.restored': 'Tableau repris de la corbeille',
  'board.deleted': 'Tableau supprimé définitivement',
  'person.signedIn': 'Connexion',
  'person.signInRefused': 'Connexion refusée',
  'person.invited': 'Invitation envoyée',
  'person.rightsChanged': 'Rôle ou organisation modifiés',
  'person.suspended': 'Compte suspendu',
  'person.reopened': 'Compte rétabli',
  'person.sessionsClosed': 'Appareils de quelqu’un déconnectés',
  'person.organisationAdminNamed': 'Référent d’organisation nommé',
  'person.organisationAdminRemoved': 'Référent d’organisation retiré',
  'site.retentionChanged': 'Durées de conservation modifiées',
  'person.dataExported': 'Données personnelles emportées',
  'person.erasureAsked': 'Effacement d’un compte demandé',
  'person.erasureCancelled': 'Effacement d’un compte annulé',
  'person.erased': 'Compte effacé',
  'accessToken.created': 'Jeton d’accès créé',
  'accessToken.revoked': 'Jeton d’accès révoqué',
  'group.memberAdded': 'Membre ajouté à un groupe',
  'group.memberChanged': 'Rôle changé dans un groupe',
  'group.memberRemoved': 'Membre retiré d’un groupe',
  'audit.exported': 'Journal d’audit téléchargé',
  'archive.exported': 'Archive ouverte demandée',
  'archive.imported': 'Archive ouverte importée',
  'access.refused': 'Page refusée',
  'webhook.created': 'Liaison créée',
  'webhook.changed': 'Liaison modifiée',
  'webhook.paused': 'Liaison mise en pause',
  'webhook.resumed': 'Liaison remise en marche',
  'webhook.secretRotated': 'Liaison : nouveau secret',
  'webhook.deleted': 'Liaison supprimée',
} satisfies Record<AuditAction, string>;

/** Groups of actions in the list of the filter. */
const nouns = {
  call: 'Appels',
  application: 'Candidatures',
  assessment: 'Instruction',
  committee: 'Comités',
  experiment: 'Expérimentations',
  meeting: 'Séances',
  mission: 'Missions',
  review: 'Relectures',
  document: 'Documents',
  board: 'Tableaux',
  group: 'Groupes',
  person: 'Personnes et comptes',
  accessToken: 'Jetons d’accès',
  webhook: 'Liaisons',
  access: 'Refus',
  site: 'Site public et réglages',
  archive: 'Archives',
  audit: 'Journal d’audit',
  platform: 'Plateforme',
} satisfies Record<AuditNoun, string>;

const subjects = {
  call: 'Appel',
  application: 'Candidature',
  experiment: 'Expérimentation',
  mission: 'Mission',
  document: 'Document',
  board: 'Tableau',
  meeting: 'Séance',
  platform: 'Plateforme',
  site: 'Site public',
  person: 'Personne',
  group: 'Groupe',
  webhook: 'Liaison (webhook)',
} satisfies Record<AuditSubjectKind, string>;

function fault({ kind, sequence }: AuditFault): string {
  switch (kind) {
    case 'changed':
      return `La ligne ${sequence} a été modifiée.`;
    case 'removed':
      return `La ligne ${sequence} a été supprimée.`;
    case 'inserted':
      return `La ligne ${sequence} a été ajoutée après coup.`;
    case 'headLost':
      return 'La marque de fin du journal a disparu : des lignes ont pu être supprimées à la fin.';
    case 'headChanged':
      return `La ligne ${sequence}, la dernière, n’est pas celle qui avait été enregistrée.`;
  }
}

/** The audit trail: its page and its command. */
export const audit = {
  title: 'Journal d’audit',
  lead: 'Ce qui engage le programme et la sûreté : appels, candidatures, notes, décisions, expérimentations, missions, publications, groupes, droits, connexions et refus. Une ligne n’est jamais modifiée ni supprimée, et chacune porte l’empreinte de la précédente.',
  adminLead: 'Ce qui a été décidé, par qui et quand, sans retouche possible',
  actions,
  nouns,
  subjects,
  filters: 'Filtrer le journal',
  action: 'Action',
  anyAction: 'Toutes les actions',
  subjectKind: 'Nature',
  anySubject: 'Toutes les natures',
  subject: 'Objet',
  subjectHint: 'Quelques mots de son titre, ou son identifiant',
  person: 'Personne',
  personHint: 'Nom ou adresse électronique',
  day: 'Jour',
  apply: 'Filtrer',
  reset: 'Tout montrer',
  count: (total: number) => plural(total, 'ligne', 'lignes'),
  none: 'Aucune ligne ne correspond. Élargissez les filtres.',
  empty:
    'Le journal est encore vide : il se remplit au premier dépôt, à la première note, à la première décision.',
  download: 'Télécharger en CSV',
  columns: { sequence: 'N°', at: 'Moment', person: 'Par', action: 'Action', subject: 'Objet' },
  platform: 'La plateforme',
  gone: 'Compte supprimé',
  details: 'Détail et empreinte',
  detailsOf: (sequence: number) => `Détail et empreinte de la ligne ${sequence}`,
  previousHash: 'Empreinte de la ligne précédente',
  hash: 'Empreinte',
  verify: 'Vérifier la chaîne',
  holds: ({ sequence, hash }: AuditHead) =>
    sequence === 0
      ? 'Le journal est vide, et la chaîne est intacte.'
      : `La chaîne est intacte : ${plural(sequence, 'ligne vérifiée', 'lignes vérifiées')}. Empreinte de la dernière : ${hash}. Notez-la ailleurs : elle prouvera plus tard que rien n’a été réécrit.`,
  broken: (found: AuditFault) =>
    `La chaîne est rompue. ${fault(found)} Prévenez l’administration du serveur et gardez une copie de la base.`,
  pages: 'Pages du journal',
  previous: 'Plus récentes',
  next: 'Plus anciennes',
  csvName: 'Journal d’audit.csv',
  csvColumns: [
    'Numéro',
    'Moment',
    'Personne',
    'Identifiant de la personne',
    'Action',
    'Nature',
    'Objet',
    'Identifiant de l’objet',
    'Détail',
    'Empreinte précédente',
    'Empreinte',
  ],
  command: {
    usage:
      'Usage : npm run audit:verify, ou npm run audit:verify -- NUMÉRO:EMPREINTE pour comparer avec une empreinte notée auparavant.',
    reading: 'Lecture du journal d’audit…',
    empty: 'Aucun journal ici : est-ce la bonne base ? Un journal vide ne prouve rien.',
    serverRunning: (path: string) =>
      `Le serveur utilise le dossier ${path} : arrêtez-le, ou vérifiez la chaîne dans Administration, Journal d’audit.`,
  },
} as const;
