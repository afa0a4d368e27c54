const EVERYBODY = '200 200 200 200 200 200 200 200';
const MEMBERS = '302 200 200 200 200 200 200 200';
const COORDINATION = '302 404 404 404 404 404 200 200';
/** The sample is nobody’s object. */
const NOBODYS = '404 404 404 404 404 404 404 404';
const NOBODYS_PAGE = '302 404 404 404 404 404 404 404';

/** Of what the coordination announces: what each address answers (`route-rows.ts`). */
export const ANNOUNCED_ROWS: Readonly<Record<string, string>> = {
  'actualites-publiques': EVERYBODY,
  'actualites-publiques/:actualite': NOBODYS,
  'evenements-publics': EVERYBODY,
  'evenements-publics/:evenement': NOBODYS,
  'evenements/:evenement/evenement.ics': NOBODYS,
  'evenements/:evenement/inscrits.csv': NOBODYS,
  'lettres-publiques': EVERYBODY,
  'lettres-publiques/:lettre': NOBODYS,
  actualites: MEMBERS,
  'actualites/nouvelle': COORDINATION,
  'actualites/:actualite': NOBODYS_PAGE,
  'actualites/:actualite/modifier': NOBODYS_PAGE,
  evenements: MEMBERS,
  'evenements/nouveau': COORDINATION,
  'evenements/:evenement': NOBODYS_PAGE,
  'evenements/:evenement/modifier': NOBODYS_PAGE,
  lettres: MEMBERS,
  'lettres/nouvelle': COORDINATION,
  'lettres/:lettre': NOBODYS_PAGE,
  'lettres/:lettre/modifier': NOBODYS_PAGE,
};
