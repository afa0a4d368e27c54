const COORDINATION = '302 404 404 404 404 404 200 200';
const NOBODYS_PAGE = '302 404 404 404 404 404 404 404';

/** Of the administration: what each address answers (`route-rows.ts`). */
export const ADMINISTRATION_ROWS: Readonly<Record<string, string>> = {
  administration: COORDINATION,
  'administration/cibles': COORDINATION,
  'administration/personnes': COORDINATION,
  'administration/personnes/liste': COORDINATION,
  'administration/personnes/listes/:liste': NOBODYS_PAGE,
  'administration/organisations': COORDINATION,
  'administration/organisations/:organisation': COORDINATION,
  'administration/premiers-pas': '302 404 404 404 404 404 404 200',
  'administration/jetons': '302 404 404 404 404 404 404 200',
  'administration/courriels': '302 404 404 404 404 404 404 200',
  'administration/etat': COORDINATION,
  'administration/archive': '302 404 404 404 404 404 404 200',
  'administration/liaisons': '302 404 404 404 404 404 404 200',
  'administration/liaisons/:liaison': NOBODYS_PAGE,
  'administration/appels': COORDINATION,
  'administration/appels/nouveau': COORDINATION,
  'administration/appels/:appel': COORDINATION,
  'administration/appels/:appel/formulaire': COORDINATION,
  'administration/appels/:appel/formulaire/apercu': COORDINATION,
  'administration/appels/:appel/formulaire/questions/:champ': NOBODYS_PAGE,
  'administration/saisons': COORDINATION,
  'administration/territoires': COORDINATION,
  'administration/journal': COORDINATION,
  'administration/site': COORDINATION,
  'administration/site/:page': COORDINATION,
  'administration/site/durees': COORDINATION,
};
