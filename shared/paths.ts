import { query, segment, type Titled } from './kernel/address-parts.ts';

/** Carries the name of a file whose bytes are the body, percent-encoded. */
export const FILE_NAME_HEADER = 'Cordee-File-Name';

/** What a page of results was asked. */
export interface SearchAddress {
  readonly text?: string;
  readonly kind?: string | null;
  readonly groupId?: string | null;
  readonly organisationId?: string | null;
  readonly theme?: string | null;
  /** Of the kind. */
  readonly state?: string | null;
  readonly days?: string | null;
  readonly page?: number;
}

/**
 * The builder of addresses: pages, mails, REST answers and redirects all come here. Those of the programme are beside, in
 * `programme-paths.ts`, so that a document or a board does not bring them along.
 */
export const paths = {
  /** The home of whoever has no account; a visitor has it at `home()`. */
  publicHome: () => '/accueil',
  home: () => '/',
  signIn: (next?: string) =>
    next && next !== '/' ? `/connexion?suite=${encodeURIComponent(next)}` : '/connexion',
  signOut: () => '/deconnexion',
  secondFactor: (next?: string) =>
    `/connexion/code${query({ suite: next && next !== '/' ? next : undefined })}`,
  signInLink: (token?: string) => `/connexion/lien${query({ jeton: token })}`,
  askForSignInLink: (next: string) => `/connexion/lien${query({ suite: next !== '/' ? next : undefined })}`,
  /** To a provider of identities, to sign in or to link with one’s account. */
  providerDeparture: (id: string, shown: { next?: string; isLinking?: boolean } = {}) =>
    `/connexion/avec/${id}${query({ suite: shown.next && shown.next !== '/' ? shown.next : undefined, relier: shown.isLinking ? '1' : undefined })}`,
  providerReturn: (id: string) => `/connexion/retour/${id}`,
  providerLeaving: () => '/connexion/quitter',
  forgottenPassword: () => '/mot-de-passe',
  resetPassword: (token: string) => `/mot-de-passe?jeton=${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  firstInstallation: () => '/premiere-installation',
  search: (asked: SearchAddress = {}) =>
    `/recherche${query({
      q: asked.text || undefined,
      type: asked.kind ?? undefined,
      groupe: asked.groupId ?? undefined,
      organisme: asked.organisationId ?? undefined,
      theme: asked.theme ?? undefined,
      etat: asked.state ?? undefined,
      depuis: asked.days ?? undefined,
      page: asked.page && asked.page > 1 ? asked.page : undefined,
    })}`,
  /** What the palette shows while one types. */
  quickSearch: (text: string) => `/recherche/rapide${query({ q: text })}`,
  account: () => '/compte',
  accountOrganisation: () => '/compte/organisation',
  accountSecurity: () => '/compte/securite',
  accountSecondFactor: () => '/compte/double-authentification',
  accountCalendars: (boardId?: string, groupId?: string) =>
    `/compte/calendriers${query({ tableau: boardId, groupe: groupId })}`,
  /** Where a calendar program reads due days: whoever has the address has what it shows. */
  calendarFeed: (token: string) => `/calendriers/${token}.ics`,
  accountNotifications: () => '/compte/notifications',
  notifications: (shown: { before?: string } = {}) => `/notifications${query({ avant: shown.before })}`,
  /** How many are unread, for the bell. */
  notificationCount: () => '/notifications/nombre',
  notificationWatch: (kind: string, id: string) => `/notifications/suivi${query({ objet: `${kind}:${id}` })}`,
  /** From a mail, without signing in: the token is the right. */
  unsubscribe: (token: string) => `/desabonnement/${encodeURIComponent(token)}`,
  /** The space of one's own organisation. */
  ownSpace: () => '/ma-ville',
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
  groupDecisions: (group: Titled, shown: { document?: string } = {}) =>
    `/groupes/${segment(group)}/decisions${query({ document: shown.document })}`,
  groupDecisionsExport: (group: Titled, search = '') => `/groupes/${segment(group)}/decisions.csv${search}`,
  decision: (id: string) => `/decisions/${id}`,
  /** Where the tick of an action is sent. */
  action: (id: string) => `/actions/${id}`,
  documentBlock: (document: Titled, anchor: string) => `/documents/${segment(document)}#${anchor}`,
  myCards: () => '/mes-cartes',
  /** Everything that waits for the reader. */
  toDo: () => '/a-faire',
  /** What is new: in all of one's groups, or in one. */
  counts: () => '/nombres',
  news: (group?: { readonly id: string }) => `/nouveautes${query({ groupe: group?.id })}`,
  groupCockpit: (group: Titled) => `/groupes/${segment(group)}/animation`,
  datasets: (shown: { group?: string } = {}) => `/donnees${query({ groupe: shown.group })}`,
  newDataset: (groupId?: string) => `/donnees/jeux/nouveau${query({ groupe: groupId })}`,
  dataset: (dataset: Titled) => `/donnees/jeux/${segment(dataset)}`,
  datasetEdit: (dataset: Titled) => `/donnees/jeux/${segment(dataset)}/modifier`,
  newCheck: (datasetId?: string) => `/donnees/controler${query({ jeu: datasetId })}`,
  check: (id: string) => `/donnees/controles/${id}`,
  /** Takes the bytes of the file to check as its body. */
  checkFile: (id: string) => `/donnees/controles/${id}/fichier`,
  checkErrors: (id: string) => `/donnees/controles/${id}/erreurs.csv`,
  experimentNeed: (experiment: Titled, need: { readonly id: string }) =>
    `/experimentations/${segment(experiment)}/besoins/${need.id}`,
  /** Whoever has the address reads the report. */
  sharedCheck: (token: string) => `/controles/${token}`,
  groupJoin: (group: Titled) => `/groupes/${segment(group)}/demande`,
  groupMeetings: (group: Titled) => `/groupes/${segment(group)}/seances`,
  newMeeting: (group: Titled) => `/groupes/${segment(group)}/seances/nouvelle`,
  groupTopics: (group: Titled) => `/groupes/${segment(group)}/discussions`,
  meeting: (meeting: Titled) => `/seances/${segment(meeting)}`,
  meetingEdit: (meeting: Titled) => `/seances/${segment(meeting)}/modifier`,
  /** Where one meeting is had as a file for calendars. */
  meetingCalendar: (meeting: Titled) => `/seances/${segment(meeting)}/seance.ics`,
  /** Where somebody answers from a mail: whoever has the address answers in their name. */
  meetingAnswer: (meeting: { readonly id: string }, token: string, answer?: string) =>
    `/seances/${meeting.id}/reponse${query({ jeton: token, reponse: answer })}`,
  meetingRunning: (meeting: Titled) => `/seances/${segment(meeting)}/deroulement`,
  /** Says whether anything of a held meeting changed. */
  meetingRunningState: (meeting: { readonly id: string }) => `/seances/${meeting.id}/deroulement/etat`,
  meetingAttendance: (meeting: { readonly id: string }) => `/seances/${meeting.id}/presences.csv`,
  meetingMinutes: (meeting: Titled) => `/seances/${segment(meeting)}/compte-rendu`,
  /** The bytes whose SHA-256 the minutes show. */
  meetingExactText: (meeting: { readonly id: string }) => `/seances/${meeting.id}/compte-rendu/texte-exact`,
  groupMeetingFigures: (group: Titled) => `/groupes/${segment(group)}/seances/bilan`,
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
  documentReturn: (document: Titled) => `/documents/${segment(document)}/version-corrigee`,
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
  objectSearch: (asked: { among: 'mentions' | 'pages' | 'documents'; query: string; documentId?: string }) =>
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
  resources: () => '/ressources',
  groupResources: (group: Titled) => `/groupes/${segment(group)}/ressources`,
  newResource: (group: Titled) => `/groupes/${segment(group)}/ressources/nouvelle`,
  groupResourcesTrash: (group: Titled) => `/groupes/${segment(group)}/ressources/corbeille`,
  collection: (group: Titled, collectionId: string) =>
    `/groupes/${segment(group)}/ressources/collections/${collectionId}`,
  resource: (resource: Titled) => `/ressources/${segment(resource)}`,
  editResource: (resource: Titled) => `/ressources/${segment(resource)}/modifier`,
  resourceFile: (resource: Titled, version: number, shown?: 'apercu' | 'image') =>
    `/ressources/${resource.id}/versions/${version}${query({ affichage: shown })}`,
  /** Where files on their way to resources are sent, in pieces. */
  uploads: () => '/envois',
  upload: (id: string) => `/envois/${id}`,
  cities: () => '/villes',
  city: (code: string) => `/villes/${code}`,
  administration: () => '/administration',
  administrationCities: () => '/administration/territoires',
  administrationPeople: () => '/administration/personnes',
  administrationPeopleList: () => '/administration/personnes/liste',
  administrationBatch: (id: string) => `/administration/personnes/listes/${id}`,
  administrationState: () => '/administration/etat',
  administrationFirstSteps: () => '/administration/premiers-pas',
  administrationOrganisations: () => '/administration/organisations',
  administrationOrganisation: (id: string) => `/administration/organisations/${id}`,
  administrationMails: () => '/administration/courriels',
  accessibility: () => '/accessibilite',
  legal: () => '/mentions-legales',
  collab: (room: string) => `/collab/${room}`,
} as const;
