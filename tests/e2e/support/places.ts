import type { BrowserContext, Page } from '@playwright/test';

/** The addresses of the first group, and of a document and a board of the demonstration in it: other journeys add theirs. */
export async function addresses({ request }: Page | BrowserContext) {
  const list = async (path: string): Promise<{ id: string; url: string; title: string }[]> =>
    (await (await request.get(`/api/v1${path}`)).json()).items;
  const [group] = await list('/groups');
  const documents = await list(`/groups/${group?.id}/documents?limit=100`);
  const document = documents.find(({ title }) => title.startsWith('Îlots de chaleur'));
  const boards = await list(`/groups/${group?.id}/boards?limit=100`);
  const board = boards.find(({ title }) => title === 'Suivi du groupe');
  if (!group || !document || !board) throw new Error('the demonstration has a group, a document and a board');
  const path = (url: string) => new URL(url).pathname;
  return {
    group: path(group.url),
    document: path(document.url),
    board: path(board.url),
    title: document.title,
  };
}

type Places = Awaited<ReturnType<typeof addresses>>;
/** The sample of docs/accessibilite.md: every address, by where it is. */
export const PLACES: readonly (readonly [string, (places: Places) => string[]])[] = [
  [
    'of a group',
    ({ group }) => [
      '/groupes',
      group,
      ...[
        '/seances',
        '/seances/nouvelle',
        '/seances/bilan',
        '/decisions',
        '/ressources',
        '/ressources/nouvelle',
        '/ressources/corbeille',
        '/membres',
        '/animation',
      ].map((page) => `${group}${page}`),
    ],
  ],
  [
    'of documents and boards',
    ({ group, document, board }) => [
      `${group}/documents`,
      `${group}/documents/corbeille`,
      `${group}/documents/nouveau`,
      document,
      `${document}/historique`,
      `${document}/acces`,
      `${document}/relectures`,
      `${document}/entretien`,
      `${group}/tableaux`,
      board,
    ],
  ],
  [
    'across groups',
    () => [
      '/',
      '/nouveautes',
      '/notifications',
      '/recherche',
      '/recherche?q=arbres',
      '/ressources',
      '/donnees',
      '/missions',
      '/missions/nouvelle',
      '/problematiques',
      '/problematiques/nouvelle',
      '/problematiques/ecoute',
      '/favoris',
      '/atd',
      '/atd/nouvelle',
      '/atd/importer',
      '/experimentations',
      '/experimentations/nouvelle',
      '/fiches',
      '/synthese',
      '/synthese-publique',
      '/reprises',
      '/accueil',
      '/guides',
      '/appels',
      '/plan-du-site',
      '/cas-d-usage',
      '/entretiens',
      '/dossiers',
      '/dossiers-thematiques',
      '/carte',
      '/donnees-ouvertes',
      '/administration/site',
      '/administration/site/accessibilite',
      '/donnees-personnelles',
      '/donnees/besoins',
      '/donnees/standardisation',
      '/donnees/standardisation/nouveau',
      '/candidatures',
      '/instruction',
      '/villes',
      '/pilotage',
      '/pilotage/signaux',
      '/compte',
      '/compte/signature',
      '/compte/securite',
      '/compte/donnees',
      '/compte/double-authentification',
      '/compte/notifications',
      '/compte/jetons',
      '/developpeurs',
      '/administration',
      '/administration/personnes',
      '/administration/territoires',
      '/administration/cibles',
      '/administration/appels',
      '/administration/appels/nouveau',
      '/administration/saisons',
      '/administration/etat',
      '/administration/journal',
      '/accessibilite',
      '/mentions-legales',
      '/aide?depuis=/documents/x',
      '/aide/membre',
      '/aide/administration-systeme',
      '/registre-des-traitements',
      '/verification',
    ],
  ],
];

/**
 * Those of these pages at which everything is tried: one in three, and what is written by several. `pages.spec.ts` opens each of
 * them in every run.
 */
export function sampleOf(paths: readonly string[], { document, board }: Places): readonly string[] {
  return paths.filter((path, at) => at % 3 === 0 || path === document || path === board);
}

/** The others, for a longer run. */
export function othersOf(paths: readonly string[], places: Places): readonly string[] {
  const sample = sampleOf(paths, places);
  return paths.filter((path) => !sample.includes(path));
}
