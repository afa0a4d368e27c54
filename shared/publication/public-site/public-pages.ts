import { help } from '../../kernel/help/help.fr.ts';
import { helpPaths } from '../../kernel/help/help-paths.ts';
import { accessTokenPaths } from '../../operations/token/access-token-paths.ts';
import { paths } from '../../paths.ts';
import { entry } from '../../people/entry/entry.fr.ts';
import { entryPaths } from '../../people/entry/entry-paths.ts';
import { bulletin } from '../../programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '../../programme/bulletin/bulletin-paths.ts';
import { event } from '../../programme/event/event.fr.ts';
import { eventPaths } from '../../programme/event/event-paths.ts';
import { programmePaths } from '../../programme/programme-paths.ts';
import { reviewPaths } from '../../reviews/review-paths.ts';
import { dossierPaths } from '../dossier/dossier-paths.ts';
import { interviewPaths } from '../interview/interview-paths.ts';
import { newsletter } from '../newsletter/newsletter.fr.ts';
import { newsletterPaths } from '../newsletter/newsletter-paths.ts';
import { openDataPaths } from '../open-data/open-data-paths.ts';
import { guidePaths } from '../public-document/guide-paths.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { synthesisPaths } from '../synthesis/synthesis-paths.ts';
import { obligations } from './obligations.fr.ts';
import { publicSite } from './public-site.fr.ts';
import { siteMap } from './site-map.fr.ts';
import { sitePaths } from './site-paths.ts';

/** A part of the map of the site. */
export const SITE_PARTS = ['public', 'aide', 'espace', 'site'] as const;
export type SitePart = (typeof SITE_PARTS)[number];

/** Texts that stand under a page of the map, each at its own address. */
export type SiteTexts =
  | 'sheets'
  | 'dossiers'
  | 'interviews'
  | 'guides'
  | 'calls'
  | 'syntheses'
  | 'bulletins'
  | 'events'
  | 'newsletters'
  | 'help';

/** A page that anybody opens at one address. */
interface PublicPage {
  readonly label: string;
  readonly href: string;
  readonly part: SitePart;
  readonly texts?: SiteTexts;
  /** What is there changes nothing for a search engine: a door, a form. */
  readonly isDoor?: boolean;
}

/** [PS13] Every page that anybody opens at one address, by its pattern in the route table, in the order of the map of the site. */
export const PUBLIC_PAGES: Readonly<Record<string, PublicPage>> = {
  accueil: { label: siteMap.home, href: paths.home(), part: 'public' },
  'cas-d-usage': {
    label: publicSite.list,
    href: sheetPaths.publicSheets(),
    part: 'public',
    texts: 'sheets',
  },
  dossiers: {
    label: publicSite.dossiers,
    href: dossierPaths.publicDossiers(),
    part: 'public',
    texts: 'dossiers',
  },
  entretiens: {
    label: publicSite.interviews,
    href: interviewPaths.publicInterviews(),
    part: 'public',
    texts: 'interviews',
  },
  guides: { label: publicSite.guides, href: guidePaths.guides(), part: 'public', texts: 'guides' },
  appels: { label: publicSite.calls, href: programmePaths.calls(), part: 'public', texts: 'calls' },
  'synthese-publique': {
    label: publicSite.synthesis,
    href: synthesisPaths.publicSynthesis(),
    part: 'public',
    texts: 'syntheses',
  },
  'actualites-publiques': {
    label: bulletin.title,
    href: bulletinPaths.publicBulletins(),
    part: 'public',
    texts: 'bulletins',
  },
  'evenements-publics': {
    label: event.title,
    href: eventPaths.publicEvents(),
    part: 'public',
    texts: 'events',
  },
  'lettres-publiques': {
    label: newsletter.title,
    href: newsletterPaths.publicNewsletters(),
    part: 'public',
    texts: 'newsletters',
  },
  carte: { label: publicSite.map, href: openDataPaths.map(), part: 'public' },
  'donnees-ouvertes': { label: publicSite.openData, href: openDataPaths.openData(), part: 'public' },
  aide: { label: help.all, href: helpPaths.help(), part: 'aide', texts: 'help' },
  developpeurs: { label: publicSite.developers, href: accessTokenPaths.developers(), part: 'aide' },
  connexion: { label: publicSite.signIn, href: paths.signIn(), part: 'espace', isDoor: true },
  'demander-un-acces': { label: entry.ask.title, href: entryPaths.ask(), part: 'espace', isDoor: true },
  'mot-de-passe': { label: siteMap.password, href: paths.forgottenPassword(), part: 'espace', isDoor: true },
  'verification/:empreinte?': {
    label: publicSite.verify,
    href: reviewPaths.verification(),
    part: 'espace',
    isDoor: true,
  },
  'plan-du-site': { label: publicSite.siteMap, href: sitePaths.map(), part: 'site' },
  accessibilite: { label: obligations.pages.accessibilite.title, href: paths.accessibility(), part: 'site' },
  'mentions-legales': {
    label: obligations.pages['mentions-legales'].title,
    href: paths.legal(),
    part: 'site',
  },
  'donnees-personnelles': {
    label: obligations.pages['donnees-personnelles'].title,
    href: sitePaths.page('donnees-personnelles'),
    part: 'site',
  },
  'registre-des-traitements': {
    label: obligations.pages['registre-des-traitements'].title,
    href: sitePaths.page('registre-des-traitements'),
    part: 'site',
  },
};

/** [PS13] Pages of texts, by their pattern: each text stands under the page that lists its kind. */
export const PUBLIC_TEXTS: Readonly<Record<string, SiteTexts>> = {
  'cas-d-usage/:adresse': 'sheets',
  'dossiers/:adresse': 'dossiers',
  'entretiens/:adresse': 'interviews',
  'documents-publics/:adresse': 'guides',
  'appels/:appel': 'calls',
  'lettres-publiques/:lettre': 'newsletters',
  'evenements-publics/:evenement': 'events',
  'actualites-publiques/:actualite': 'bulletins',
  'aide/:guide': 'help',
};

const CODE = 'opened by the secret that its address carries';
const MEMBERS = 'answers to members only';
const STEP = 'a step of signing in or out, reached from it';
const FILE = 'a file or data of a page that is listed';

/** [PS13] Every other address outside the workspace, with the reason for which the map leaves it out. */
export const UNLISTED: Readonly<Record<string, string>> = {
  'sitemap.xml': 'the map itself, for programs',
  'appels/:appel/candidater': 'a form of a call, reached from it',
  'cas-d-usage/:adresse/reproduire': 'a form of a sheet, reached from it',
  'cas-d-usage/:adresse/vignette': 'a sheet in the frame of another site',
  'donnees-ouvertes/:fichier': FILE,
  'catalogue.jsonld': FILE,
  'evenements/:evenement/evenement.ics': FILE,
  'evenements/:evenement/inscrits.csv': MEMBERS,
  'catalogue.ttl': FILE,
  'documents-publics/:adresse/fichiers/:rang': FILE,
  'controles/:jeton': CODE,
  'invitation/:jeton': CODE,
  'signataires/:jeton': CODE,
  'desabonnement/:jeton': CODE,
  'premiere-installation': 'until there is an account, and never after',
  'connexion/lien': STEP,
  'connexion/avec/:fournisseur': STEP,
  'connexion/retour/:fournisseur': STEP,
  'connexion/quitter': STEP,
  'connexion/code': STEP,
  deconnexion: STEP,
  appareil: 'asked by a script, of the account that a device is of',
  'appareil/cles': MEMBERS,
  'compte/double-authentification': MEMBERS,
  'mon-territoire.csv': MEMBERS,
  'reprises.csv': MEMBERS,
  'missions.csv': MEMBERS,
  'missions/:mission/remises/:remise': MEMBERS,
  'relectures/:relecture/fichiers/:format': MEMBERS,
  'documents/:document/images': MEMBERS,
  'documents/:document/versions/:version/:format': MEMBERS,
  'documents/:document/auteurs.csv': MEMBERS,
  'documents/:document/auteurs': MEMBERS,
  'documents/:document/visite': MEMBERS,
  'documents/:document/fichiers': MEMBERS,
  'documents/:document/passages': MEMBERS,
  'documents/:document/extraits': MEMBERS,
  'documents/:document/extraits/:excerpt': MEMBERS,
  'objets/recherche': MEMBERS,
  'recherche/rapide': MEMBERS,
  'objets/cartes': MEMBERS,
  'objets/noms': MEMBERS,
  'documents/:document/exporter': MEMBERS,
  'groupes/:groupe/documents/importer': MEMBERS,
  'groupes/:groupe/documents/exporter': MEMBERS,
  'documents/:document/commentaires': MEMBERS,
  'tableaux/:tableau/commentaires': MEMBERS,
  'tableaux/:tableau/cartes/:carte/commentaires': MEMBERS,
  'tableaux/:tableau/cartes/:carte/activite': MEMBERS,
  'tableaux/:tableau/fichiers': MEMBERS,
  'tableaux/:tableau/exporter': MEMBERS,
  'tableaux/:tableau/imprimer': MEMBERS,
  'groupes/:groupe/decisions.csv': MEMBERS,
  'actions/:action': MEMBERS,
  'seances/:seance/deroulement/etat': MEMBERS,
  'seances/:seance/presences.csv': MEMBERS,
  'seances/:seance/compte-rendu/texte-exact': MEMBERS,
  'compte/donnees/:archive/archive.zip': MEMBERS,
  'archives/:archive/archive.zip': MEMBERS,
  'fichiers/:fichier': MEMBERS,
  'seances/:seance/reponse': MEMBERS,
  'seances/:seance/seance.ics': MEMBERS,
  'ressources/:ressource/versions/:version': MEMBERS,
  'experimentations/:experimentation/besoins.csv': MEMBERS,
  'donnees/besoins.csv': MEMBERS,
  'donnees/controles/:controle/fichier': MEMBERS,
  'donnees/controles/:controle/erreurs.csv': MEMBERS,
  'notifications/nombre': MEMBERS,
  nombres: MEMBERS,
  'pilotage.csv': MEMBERS,
  'pilotage.ods': MEMBERS,
  'pilotage.pdf': MEMBERS,
  'synthese/contributions.csv': MEMBERS,
  'candidatures/export.csv': MEMBERS,
  'candidatures/:candidature/accuse.pdf': MEMBERS,
  'candidatures/:candidature/fichiers': MEMBERS,
  'candidatures/:candidature/fichiers/:fichier': MEMBERS,
  'experimentations.csv': MEMBERS,
  'experimentations/:experimentation/fichiers/:fichier': MEMBERS,
  'administration/journal.csv': MEMBERS,
  'comite/:appel/proces-verbal/:format': MEMBERS,
};
