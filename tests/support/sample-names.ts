import type { Demonstration } from './people/demonstration.ts';

/** Where an object of the demonstration is found: a list that the coordination reads, and its link there. */
const FOUND: Readonly<Record<string, readonly [list: string, link: string]>> = {
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
  organisation: ['/administration/personnes', '/administration/organisations/ID'],
  document: ['/groupes/GROUP/documents', '/documents/ID[^"]*charte-de-l-arbre'],
  tableau: ['/groupes/GROUP/tableaux', '/tableaux/ID'],
};
const ID = '([0-9a-f]{8}-[0-9a-f-]{27})';

/** Names for the parameters of addresses: objects of the demonstration, and words that some of them take. */
export async function sampleNames({
  ask,
}: Pick<Demonstration, 'ask'>): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {
    liste: 'signaux',
    format: 'odt',
    page: 'accessibilite',
    guide: 'membre',
    code: '01004',
    champ: 'title',
    version: '1',
    rang: '1',
  };
  for (const [name, [list, link]] of Object.entries(FOUND)) {
    const { text } = await ask('coordinator', list.replace('GROUP', names.groupe ?? ''));
    const found = new RegExp(link.replace('ID', ID)).exec(text)?.[1];
    if (!found) throw new Error(`no ${name} in ${list}`);
    names[name] = found;
  }
  const sheets = await ask('coordinator', '/cas-d-usage');
  names.adresse = /\/cas-d-usage\/(arbres-et-ombrage-[0-9a-f]{8})/.exec(sheets.text)?.[1] ?? '';
  return names;
}
