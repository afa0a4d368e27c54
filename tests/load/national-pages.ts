import { nationalId, type SIGNED_IN } from './fill-national.ts';

/** A page that is measured, in whose name. */
export interface NationalPage {
  readonly name: string;
  readonly who: keyof typeof SIGNED_IN;
  readonly path: string;
}

const segment = (kind: string) => nationalId(kind, 1);
const [group, experiment] = [`/groupes/${segment('g')}`, `/experimentations/${segment('e')}`];
const DAY = 'date=2023-06-20';
const AREA = 'departement=59&theme=biodiversite';

const page = (name: string, path: string, who: NationalPage['who'] = 'coordinator'): NationalPage => ({
  name,
  who,
  path,
});

/** Every list of the product, then steering. */
export const NATIONAL_PAGES: readonly NationalPage[] = [
  page('home', '/'),
  page('home', '/', 'member'),
  page('news', '/nouveautes'),
  page('news', '/nouveautes', 'member'),
  page('groups', '/groupes'),
  page('documents of a group (1,333)', `${group}/documents`),
  page('boards of a group', `${group}/tableaux`),
  page('meetings of a group', `${group}/seances`),
  page('tasks of a group', `${group}/qui-fait-quoi`),
  page('members of a group', `${group}/membres`),
  page('resources of a group', `${group}/ressources`),
  page('resources (10,000)', '/ressources'),
  page('resources', '/ressources', 'member'),
  page('own cards', '/mes-cartes', 'member'),
  page('notifications', '/notifications'),
  page('data sets (20,000)', '/donnees'),
  page('data sets, page 300', '/donnees?page=300'),
  page('data sets, searched', '/donnees?texte=jeu+12345'),
  page('data sets', '/donnees', 'member'),
  page('data needs (60,000)', '/donnees/besoins'),
  page('data needs, matrix of a past day', '/donnees/besoins?date=2023-01-31'),
  page('data needs of a region', '/donnees/besoins?region=84'),
  page('a wanted data set (120)', `/donnees/besoins/${segment('x')}`),
  page('needs of an experiment', `${experiment}/besoins`),
  page('standardisation tracks', '/donnees/standardisation'),
  page('experiments (1,500)', '/experimentations'),
  page('experiments, searched', '/experimentations?texte=expérimentation+12'),
  page('experiments of a region', '/experimentations?region=84'),
  page('experiments', '/experimentations', 'member'),
  page('missions (2,000)', '/missions'),
  page('missions', '/missions', 'member'),
  page('local challenges (3,000)', '/problematiques'),
  page('local challenges', '/problematiques', 'member'),
  page('data facilitators (600)', '/atd'),
  page('programme cities', '/villes'),
  page('applications (3,000)', '/candidatures'),
  page('applications to assess', '/instruction', 'reviewer'),
  page('committee of a call', `/comite/${segment('l')}`),
  page('calls', '/administration/appels'),
  page('people (30,000)', '/administration/personnes'),
  page('people, changed by', '/administration/personnes?page=400', 'admin'),
  page('people, searched', '/administration/personnes?q=personne+12345'),
  page('territories', '/administration/territoires'),
  page('audit trail (50,000)', '/administration/journal', 'admin'),
  page('steering, today', '/pilotage'),
  page('steering, a past day', `/pilotage?${DAY}`),
  page('steering, an earlier day', '/pilotage?date=2023-01-31'),
  page('steering of a region', `/pilotage?${DAY}&region=84`),
  page('steering of a department and a theme', `/pilotage?${DAY}&${AREA}`),
  page('steering as CSV', `/pilotage.csv?${DAY}`),
  page('steering as a workbook', `/pilotage.ods?${DAY}`),
  page('steering: needs of a cell', `/pilotage/besoins?${DAY}&producteur=public_local&acces=open`),
  page('steering: experiments', `/pilotage/experimentations?${DAY}`),
  page('steering: missions', `/pilotage/missions?${DAY}`),
  page('steering: data sets', `/pilotage/jeux?${DAY}`),
  page('steering: late signals', `/pilotage/signaux?${DAY}`),
];
