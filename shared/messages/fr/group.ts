import { plural } from './plural.ts';

/** Words of working groups. */
export const group = {
  title: 'Mes groupes',
  lead: 'Les groupes de travail où vous écrivez, suivez et partagez.',
  emptyTitle: 'Aucun groupe pour le moment',
  emptyText:
    'Un groupe de travail réunit les villes qui avancent sur un même sujet. Quand une animatrice vous aura invité, il apparaîtra ici.',
  tabs: 'Le groupe',
  overview: 'Vue d’ensemble',
  documents: 'Documents',
  boards: 'Tableaux',
  members: 'Membres',
  yourRole: (role: string) => `Votre rôle : ${role}`,
  recentDocuments: 'Documents en cours',
  allDocuments: (count: number) => (count === 1 ? 'Le document' : `Les ${count} documents`),
  documentsTable: 'Documents du groupe, du plus récent au plus ancien',
  document: 'Document',
  writingCities: 'Qui écrit',
  modified: 'Modifié',
  noDocument: 'Aucun document pour le moment.',
  newDocument: 'Nouveau document',
  boardsTitle: 'Tableaux',
  noBoard: 'Aucun tableau pour le moment.',
  allBoards: 'Tous les tableaux',
  cards: (count: number) => plural(count, 'carte', 'cartes'),
  who: 'Qui est là',
  allMembers: (count: number) => plural(count, 'membre', 'membres'),
  withoutOrganisation: 'Sans organisation',
  activity: 'Activité récente',
  noActivity: 'Rien encore. Ce que les membres créent apparaîtra ici.',
} as const;
