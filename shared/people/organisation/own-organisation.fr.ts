import { plural } from '../../kernel/plural.fr.ts';

/** [O4] [O5] [O6] The page of those who administer their organisation. */
export const ownOrganisation = {
  title: 'Mon organisation',
  /** From the page of one’s account. */
  open: 'Gérer mon organisation',
  lead: (name: string) =>
    `Vous êtes référent ou référente de ${name} : vous voyez ses comptes et ses invitations, et rien d’autre. Un compte qui a un rôle sur la plateforme, ou celui d’un autre référent, relève de l’administration.`,
  card: 'Fiche de l’organisation',
  kind: 'Nature',
  municipality: 'Commune du registre',
  noMunicipality: 'Aucune',
  accounts: 'Comptes',
  count: (count: number) => plural(count, 'compte', 'comptes'),
  search: 'Chercher par nom ou adresse',
  table: 'Comptes de l’organisation, par ordre alphabétique',
  lastVisit: 'Dernière visite',
  never: 'Jamais',
  groups: 'Groupes',
  noGroup: 'Aucun groupe',
  you: 'Vous',
  admin: 'Référent',
  gestures: {
    suspend: 'Suspendre',
    restore: 'Rétablir',
    sessions: 'Déconnecter',
    name: 'Nommer référent',
  },
  tokens: 'Jetons au nom de l’organisation',
  noToken: 'Aucun programme n’a de jeton au nom de l’organisation.',
  inviteTitle: 'Inviter un collègue',
  inviteLead: 'Son compte sera de votre organisation, sans rôle sur la plateforme et sans groupe.',
  inviteConfirms: 'Comme vous êtes signataire, il le sera aussi dès qu’il aura pris l’invitation.',
  news: {
    invitation: 'L’invitation est faite, son courriel est écrit.',
    renvoi: 'L’invitation est refaite avec un nouveau lien, son courriel est écrit. L’ancien ne sert plus.',
    retrait: 'L’invitation est retirée : son lien ne sert plus.',
    suspend: 'Le compte est suspendu. Ses appareils sont déconnectés, ses textes restent.',
    restore: 'Le compte est rétabli, avec les mêmes droits.',
    sessions: 'Ses appareils sont déconnectés, et un courriel le lui dit. Le compte reste ouvert.',
    name: 'Cette personne est maintenant référente, comme vous. Un courriel le lui dit.',
    revoque: 'Le jeton est révoqué : le programme qui s’en servait n’entre plus.',
  },
} as const;
