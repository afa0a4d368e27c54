import { type APIRequestContext, type Browser, expect, test } from '@playwright/test';
import routes from '#app/routes.ts';
import { signIn } from './support/sign-in.ts';

/** Who asks, in the order of the columns below; each by an account of the demonstration, whose experiment is Valmont’s. */
const PEOPLE = {
  visitor: null,
  team: 'metier.a',
  otherCity: 'metier.b',
  outsideCity: 'ville',
  consultant: 'conseil',
  reviewer: 'relecture',
  coordinator: 'animation',
  admin: 'admin',
} as const;
type Who = keyof typeof PEOPLE;

/** What each answers: seen, absent, refused, or sent to the sign-in. A file does not send anybody to a page. */
const EVERYBODY = '200 200 200 200 200 200 200 200';
const MEMBERS = '302 200 200 200 200 200 200 200';
const FILE_OF_MEMBERS = '404 200 200 200 200 200 200 200';
const COORDINATION = '302 404 404 404 404 404 200 200';
const STEERING = '302 404 404 404 404 200 200 200';
const STEERING_FILE = '404 404 404 404 404 200 200 200';
const ASSESSORS_FILE = '404 404 404 404 404 200 200 404';
const COMMITTEE = '302 404 404 404 404 200 200 404';
const INSIDE = '302 200 403 403 200 200 200 200';
const INSIDE_FILE = '404 200 403 403 200 200 200 200';
const WRITERS = '302 200 403 403 403 403 200 200';
const NEED_WRITERS = '302 200 403 403 200 403 200 200';

/** By route: what it answers. Ids are found in the lists of a coordinator. */
const MATRIX: Readonly<Record<string, string>> = {
  'appels/:appel': EVERYBODY,
  candidatures: MEMBERS,
  'candidatures/nouvelle': MEMBERS,
  'candidatures/export.csv': ASSESSORS_FILE,
  'candidatures/:candidature': '302 200 404 404 404 200 200 404',
  'candidatures/:candidature/accuse.pdf': '404 200 404 404 404 200 200 404',
  'candidatures/:candidature/instruction': '302 404 404 404 404 200 200 404',
  instruction: MEMBERS,
  'comite/:appel': COMMITTEE,
  'comite/:appel/proces-verbal/:format': ASSESSORS_FILE,
  experimentations: MEMBERS,
  'experimentations.csv': FILE_OF_MEMBERS,
  'experimentations/nouvelle': COORDINATION,
  'experimentations/:experimentation': MEMBERS,
  'experimentations/:experimentation/besoins': MEMBERS,
  'experimentations/:experimentation/besoins.csv': FILE_OF_MEMBERS,
  'experimentations/:experimentation/besoins/nouveau': NEED_WRITERS,
  'experimentations/:experimentation/besoins/importer': NEED_WRITERS,
  'experimentations/:experimentation/jalons': WRITERS,
  'experimentations/:experimentation/journal': INSIDE,
  'experimentations/:experimentation/indicateurs': WRITERS,
  'experimentations/:experimentation/evaluation': INSIDE,
  'experimentations/:experimentation/reglages': WRITERS,
  'experimentations/:experimentation/mission': INSIDE,
  'experimentations/:experimentation/fichiers/:fichier': INSIDE_FILE,
  missions: MEMBERS,
  'missions.csv': FILE_OF_MEMBERS,
  'missions/nouvelle': COORDINATION,
  'missions/:mission': '302 200 404 404 200 200 200 200',
  problematiques: MEMBERS,
  'problematiques/nouvelle': '302 200 200 200 403 403 200 200',
  'problematiques/ecoute': '302 200 200 200 404 200 200 200',
  'problematiques/:problematique': MEMBERS,
  'problematiques/:problematique/modifier': '302 403 403 403 403 403 200 200',
  atd: MEMBERS,
  'atd/nouvelle': COORDINATION,
  'atd/importer': COORDINATION,
  'atd/:structure': MEMBERS,
  'atd/:structure/modifier': COORDINATION,
  'cas-d-usage': EVERYBODY,
  'cas-d-usage/:adresse': EVERYBODY,
  'cas-d-usage/:adresse/reproduire': '200 200 200 302 200 200 200 200',
  reprises: MEMBERS,
  'reprises.csv': FILE_OF_MEMBERS,
  'cas-d-usage/:adresse/vignette': EVERYBODY,
  carte: EVERYBODY,
  'donnees-ouvertes': EVERYBODY,
  'donnees-ouvertes/:fichier': EVERYBODY,
  'administration/site': COORDINATION,
  'administration/site/:page': COORDINATION,
  'administration/site/durees': COORDINATION,
  dossiers: EVERYBODY,
  'dossiers/:adresse': EVERYBODY,
  'dossiers-thematiques': COORDINATION,
  'dossiers-thematiques/:dossier': COORDINATION,
  fiches: MEMBERS,
  synthese: MEMBERS,
  'synthese-publique': EVERYBODY,
  'synthese/:chapitre': MEMBERS,
  'synthese/contributions.csv': FILE_OF_MEMBERS,
  'donnees/besoins': MEMBERS,
  'donnees/besoins.csv': FILE_OF_MEMBERS,
  'donnees/standardisation': MEMBERS,
  'donnees/standardisation/nouveau': '302 403 403 403 403 403 200 200',
  pilotage: STEERING,
  'pilotage/:liste': STEERING,
  'pilotage.csv': STEERING_FILE,
  'pilotage.ods': STEERING_FILE,
  'pilotage.pdf': STEERING_FILE,
  'administration/cibles': COORDINATION,
  'administration/appels': COORDINATION,
  'administration/appels/nouveau': COORDINATION,
  'administration/appels/:appel': COORDINATION,
  'administration/appels/:appel/formulaire': COORDINATION,
  'administration/appels/:appel/formulaire/apercu': COORDINATION,
  'administration/saisons': COORDINATION,
  'administration/journal': COORDINATION,
  'administration/journal.csv': '404 404 404 404 404 404 200 200',
};

/** Of these the demonstration has none, they take what is sent, or another journey changes them: their own tests try the wrong person. */
const ELSEWHERE = [
  'candidatures/:candidature/decision',
  'candidatures/:candidature/fichiers',
  'candidatures/:candidature/fichiers/:fichier',
  'missions/:mission/remises/:remise',
  'fiches/:fiche',
  'reprises/nouvelle',
  'reprises/:reprise',
  'experimentations/:experimentation/besoins/:besoin',
  'donnees/besoins/:besoin',
  'donnees/standardisation/:chantier',
  'donnees/standardisation/:chantier/modifier',
  'administration/appels/:appel/formulaire/questions/:champ',
];

const OURS =
  /^(appels|candidatures|instruction|comite|experimentations|fiches|dossiers|synthese|cas-d-usage|reprises|carte|donnees-ouvertes|missions|problematiques|atd|pilotage|donnees\/(besoins|standardisation)|administration\/(cibles|appels|saisons|journal|site))\b/;

type Listed = { readonly path?: string | undefined; readonly children?: readonly Listed[] | undefined };
const pathsOf = (listed: readonly Listed[]): string[] =>
  listed.flatMap(({ path, children = [] }) => [...(path ? [path] : []), ...pathsOf(children)]);

/** The first address of this kind in a page of a list. */
async function firstOf(request: APIRequestContext, list: string, address: RegExp): Promise<string> {
  const found = address.exec(await (await request.get(list)).text());
  expect(found, `${list} ${address}`).not.toBeNull();
  return found?.[1] ?? '';
}

async function sampleIds(request: APIRequestContext): Promise<Readonly<Record<string, string>>> {
  const id = '([0-9a-f-]{36})';
  const at = (list: string, address: string) => firstOf(request, list, new RegExp(address));
  return {
    appel: await at('/instruction', `/comite/${id}`),
    candidature: await at('/instruction', `/candidatures/${id}[^"]*choisir-les-arbres`),
    experimentation: await at('/experimentations', `/experimentations/${id}[^"]*choisir-ou-planter`),
    mission: await at('/missions', `/missions/${id}`),
    problematique: await at('/problematiques', `/problematiques/${id}[^"]*comment-prevenir-les-riverains`),
    adresse: await firstOf(request, '/cas-d-usage', /\/cas-d-usage\/(arbres-et-ombrage-[0-9a-f]{8})/),
    dossier: await at('/dossiers-thematiques', `/dossiers-thematiques/${id}`),
    publicDossier: await firstOf(request, '/dossiers', /\/dossiers\/(l-arbre-en-ville[a-z-]*-[0-9a-f]{8})/),
    chapitre: await at('/synthese', `/synthese/${id}`),
    structure: await at('/atd', `/atd/${id}`),
    liste: 'signaux',
    format: 'odt',
    fichier: 'effort.csv',
    page: 'accessibilite',
  };
}

async function comeIn(browser: Browser): Promise<Record<Who, APIRequestContext>> {
  const entries = await Promise.all(
    Object.entries(PEOPLE).map(async ([who, account]) => {
      const context = await browser.newContext();
      if (account) await signIn(context, `${account}@demo.example`);
      return [who, context.request] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Who, APIRequestContext>;
}

// Five hundred answers.
test.setTimeout(180_000);

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test('[A5] every route of the programme is seen, refused or absent by who asks, and none is left out', async ({
  browser,
}) => {
  const listed = pathsOf(routes).filter((path) => OURS.test(path));
  expect([...Object.keys(MATRIX), ...ELSEWHERE].sort()).toEqual(listed.sort());
  const asking = await comeIn(browser);
  const ids = await sampleIds(asking.coordinator);
  for (const [route, expected] of Object.entries(MATRIX)) {
    const query =
      route === 'candidatures/export.csv' || route === 'candidatures/nouvelle' ? `?appel=${ids.appel}` : '';
    const sample = (name: string) =>
      (route.startsWith('donnees-ouvertes')
        ? 'catalogue.ttl'
        : ids[route.startsWith('dossiers/') ? 'publicDossier' : name]) ?? '';
    const path = `/${route.replace(/:([a-z]+)/g, (_, name: string) => sample(name))}${query}`;
    const answers: number[] = [];
    for (const who of Object.keys(PEOPLE) as Who[])
      answers.push((await asking[who].get(path, { maxRedirects: 0 })).status());
    expect.soft(answers.join(' '), path).toBe(expected);
  }
});
