import type { Demonstration } from './people/demonstration.ts';

type Asking = Pick<Demonstration, 'ask'>;
type Names = Readonly<Record<string, string>>;

/** Where an object of the demonstration is found: a list that the coordination reads, and its link there. */
type Places = Readonly<Record<string, readonly [list: string, link: string]>>;

const FOUND: Places = {
  groupe: ['/groupes', '/groupes/ID-nature-en-ville'],
  appel: ['/instruction', '/comite/ID'],
  candidature: ['/instruction', '/candidatures/ID[^"]*choisir-les-arbres'],
  experimentation: ['/experimentations', '/experimentations/ID[^"]*choisir-ou-planter'],
  mission: ['/missions', '/missions/ID'],
  problematique: ['/problematiques', '/problematiques/ID[^"]*comment-prevenir-les-riverains'],
  dossier: ['/dossiers-thematiques', '/dossiers-thematiques/ID'],
  fiche: ['/fiches', '/fiches/ID[^"]*arbres-et-ombrage'],
  chapitre: ['/synthese', '/synthese/ID'],
  structure: ['/atd', '/atd/ID'],
  jeu: ['/donnees', '/donnees/jeux/ID[^"]*arbres-d-alignement'],
  ressource: ['/ressources', '/ressources/ID[^"]*socle-commun'],
  organisation: ['/administration/organisations', '/administration/organisations/ID'],
  document: ['/groupes/:groupe/documents', '/documents/ID[^"]*charte-de-l-arbre'],
  tableau: ['/groupes/:groupe/tableaux', '/tableaux/ID'],
};
/** What the matrix of rights does not ask for. */
const FURTHER: Places = {
  chaleur: ['/groupes', '/groupes/ID-ilots-de-chaleur'],
  seance: ['/groupes/:chaleur/seances', '/seances/ID'],
  reprise: ['/reprises', '/reprises/ID'],
};
const ID = '([0-9a-f]{8}-[0-9a-f-]{27})';

/** Names for the parameters of addresses: objects of the demonstration, and words that some of them take. */
export async function sampleNames(demonstration: Asking): Promise<Names> {
  const words = {
    liste: 'signaux',
    format: 'odt',
    page: 'accessibilite',
    guide: 'membre',
    code: '01004',
    champ: 'title',
    version: '1',
    rang: '1',
  };
  const sheets = await demonstration.ask('coordinator', '/cas-d-usage');
  const adresse = /\/cas-d-usage\/(arbres-et-ombrage-[0-9a-f]{8})/.exec(sheets.text)?.[1] ?? '';
  return { ...(await withFound(demonstration, FOUND, words)), adresse };
}

/** These names and those of more objects. */
export const furtherNames = (demonstration: Asking, names: Names): Promise<Names> =>
  withFound(demonstration, FURTHER, names);

async function withFound({ ask }: Asking, places: Places, known: Names): Promise<Names> {
  const names = { ...known };
  for (const [name, [list, link]] of Object.entries(places)) {
    const address = list.replace(/:(\w+)/g, (_, of: string) => names[of] ?? '');
    const { text } = await ask('coordinator', address);
    const found = new RegExp(link.replace('ID', ID)).exec(text)?.[1];
    if (!found) throw new Error(`no ${name} in ${address}`);
    names[name] = found;
  }
  return names;
}
