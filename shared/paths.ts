import { slugOf } from './ids.ts';

interface Titled {
  readonly id: string;
  readonly title?: string;
}

function segment({ id, title }: Titled): string {
  const slug = title ? slugOf(title) : '';
  return slug ? `${id}-${slug}` : id;
}

/** Carries the name of a file whose bytes are the body, percent-encoded. */
export const FILE_NAME_HEADER = 'Cordee-File-Name';

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The only builder of addresses: pages, mails, REST answers and redirects all come here. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) =>
    next && next !== '/' ? `/connexion?suite=${encodeURIComponent(next)}` : '/connexion',
  signOut: () => '/deconnexion',
  forgottenPassword: () => '/mot-de-passe',
  resetPassword: (token: string) => `/mot-de-passe?jeton=${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  firstInstallation: () => '/premiere-installation',
  account: () => '/compte',
  accountSecurity: () => '/compte/securite',
  accountCalendars: (boardId?: string) => `/compte/calendriers${query({ tableau: boardId })}`,
  /** Where a calendar program reads due days: whoever has the address has what it shows. */
  calendarFeed: (token: string) => `/calendriers/${token}.ics`,
  groups: () => '/groupes',
  newGroup: () => '/groupes/nouveau',
  groupSettings: (group: Titled) => `/groupes/${segment(group)}/reglages`,
  group: (group: Titled) => `/groupes/${segment(group)}`,
  groupDocuments: (group: Titled) => `/groupes/${segment(group)}/documents`,
  newDocument: (group: Titled, folderId?: string | null) =>
    `/groupes/${segment(group)}/documents/nouveau${folderId ? `?classeur=${folderId}` : ''}`,
  groupTemplates: (group: Titled) => `/groupes/${segment(group)}/documents/modeles`,
  groupDocumentsTrash: (group: Titled) => `/groupes/${segment(group)}/documents/corbeille`,
  groupDocumentsImport: (group: Titled) => `/groupes/${segment(group)}/documents/importer`,
  groupDocumentsExport: (group: Titled, format: string, withComments = false) =>
    `/groupes/${segment(group)}/documents/exporter?format=${format}${withComments ? '&commentaires=1' : ''}`,
  groupBoards: (group: Titled) => `/groupes/${segment(group)}/tableaux`,
  groupBoardsImport: (group: Titled) => `/groupes/${segment(group)}/tableaux/importer`,
  groupTasks: (group: Titled, shown: { by?: 'ville'; of?: string } = {}) =>
    `/groupes/${segment(group)}/qui-fait-quoi${query({ par: shown.by, de: shown.of })}`,
  myCards: () => '/mes-cartes',
  groupMembers: (group: Titled) => `/groupes/${segment(group)}/membres`,
  document: (document: Titled) => `/documents/${segment(document)}`,
  documentPublication: (document: Titled) => `/documents/${segment(document)}/publication`,
  publicDocument: (address: string) => `/documents-publics/${address}`,
  publicFile: (address: string, rank: number) => `/documents-publics/${address}/fichiers/${rank}`,
  documentMove: (document: Titled) => `/documents/${segment(document)}/deplacer`,
  documentTemplate: (document: Titled) => `/documents/${segment(document)}/modele`,
  documentAccess: (document: Titled) => `/documents/${segment(document)}/acces`,
  /** The id may be any segment of an address: whoever asks need not know whether it leads anywhere. */
  documentAccessRequest: (document: Titled) => `/documents/${encodeURIComponent(segment(document))}/demande`,
  documentHistory: (document: Titled, at: { version?: number; before?: number } = {}) =>
    `/documents/${segment(document)}/historique${query({ version: at.version, avant: at.before })}`,
  documentComparison: (document: Titled, states?: { from: number; to: number; sideBySide?: boolean }) =>
    `/documents/${segment(document)}/comparer${query({
      de: states?.from,
      a: states?.to,
      affichage: states?.sideBySide ? 'cote-a-cote' : undefined,
    })}`,
  documentVersionFile: (document: Titled, version: number, format: string) =>
    `/documents/${segment(document)}/versions/${version}/${format}`,
  documentContributions: (document: Titled) => `/documents/${segment(document)}/auteurs.csv`,
  documentAuthors: (document: Titled) => `/documents/${segment(document)}/auteurs`,
  documentVisit: (document: Titled) => `/documents/${segment(document)}/visite`,
  documentImport: (document: Titled) => `/documents/${segment(document)}/import`,
  documentExport: (document: Titled, format: string, withComments = false) =>
    `/documents/${segment(document)}/exporter?format=${format}${withComments ? '&commentaires=1' : ''}`,
  documentImages: (document: Titled) => `/documents/${segment(document)}/images`,
  documentComments: (document: Titled) => `/documents/${segment(document)}/commentaires`,
  board: (board: Titled) => `/tableaux/${segment(board)}`,
  boardExport: (board: Titled, format: string) => `/tableaux/${segment(board)}/exporter?format=${format}`,
  boardPrint: (board: Titled) => `/tableaux/${segment(board)}/imprimer`,
  /** Where files for its cards are sent. */
  boardFiles: (board: { readonly id: string }) => `/tableaux/${board.id}/fichiers`,
  boardComments: (board: { readonly id: string }) => `/tableaux/${board.id}/commentaires`,
  cardComments: (board: { readonly id: string }, cardId: string) =>
    `/tableaux/${board.id}/cartes/${encodeURIComponent(cardId)}/commentaires`,
  cardHistory: (board: { readonly id: string }, cardId: string, skip: number) =>
    `/tableaux/${board.id}/cartes/${encodeURIComponent(cardId)}/activite?apres=${skip}`,
  boardCard: (board: Titled, cardId: string) => `/tableaux/${segment(board)}/cartes/${cardId}`,
  boardCardMove: (board: Titled) => `/tableaux/${segment(board)}/deplacer-carte`,
  documentFiles: (document: Titled) => `/documents/${segment(document)}/fichiers`,
  objectSearch: (asked: { among: 'mentions' | 'pages'; query: string; documentId?: string }) =>
    `/objets/recherche?${new URLSearchParams({
      parmi: asked.among,
      q: asked.query,
      ...(asked.documentId && { document: asked.documentId }),
    })}`,
  /** The cards that point to an object. */
  objectCards: (key: string) => `/objets/cartes?${new URLSearchParams({ objet: key })}`,
  objectNames: (keys: readonly string[]) =>
    `/objets/noms?${new URLSearchParams(keys.map((key) => ['objet', key]))}`,
  videoPlayer: (page?: string) =>
    page ? `/videos/lecteur?${new URLSearchParams({ adresse: page })}` : '/videos/lecteur',
  file: (id: string) => `/fichiers/${id}`,
  /** The same as a card shows it, when it is an image. */
  smallFile: (id: string) => `/fichiers/${id}?taille=petite`,
  cities: () => '/villes',
  city: (code: string) => `/villes/${code}`,
  administration: () => '/administration',
  administrationCities: () => '/administration/territoires',
  administrationPeople: () => '/administration/personnes',
  administrationMails: () => '/administration/courriels',
  accessibility: () => '/accessibilite',
  legal: () => '/mentions-legales',
  collab: (room: string) => `/collab/${room}`,
} as const;
