import { plural } from '../../kernel/plural.fr.ts';
import type { CityError, CityImportError } from './territory-errors.ts';

interface ListSource {
  readonly producer: string;
  readonly catalogue: string;
  readonly licence: string;
}

const number = new Intl.NumberFormat('fr');
const communes = (count: number) => plural(count, 'commune', 'communes');
const conventions = (count: number) => plural(count, 'convention', 'conventions');

/** Words of the programme’s cities: their list, the page of each, the import of the list. */
export const territory = {
  title: 'Villes du programme',
  cities: 'Villes',
  lead: 'Les communes des 222 conventions Action Cœur de Ville auxquelles le programme s’adresse.',
  count: ({ cities, agreements }: { cities: number; agreements: number }) =>
    `${communes(cities)}, ${conventions(agreements)}`,
  communes,
  filter: {
    label: 'Filtrer la liste',
    query: 'Nom',
    queryHint: 'Commune, département ou intercommunalité.',
    region: 'Région',
    allRegions: 'Toutes les régions',
    later: (count: number) =>
      count === 1
        ? 'Montrer aussi la commune hors des 222'
        : `Montrer aussi les ${count} communes hors des 222`,
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  columns: {
    city: 'Commune',
    department: 'Département',
    intermunicipality: 'Intercommunalité',
    population: 'Habitants',
    agreement: 'Convention',
  },
  caption: (region: string) => `Villes du programme en région ${region}, par ordre alphabétique`,
  later: 'Hors des 222',
  noMatchTitle: 'Aucune ville ne correspond',
  noMatchText: 'Essayez une partie du nom seulement, ou une autre région.',
  emptyTitle: 'La liste des villes n’est pas encore là',
  emptyText:
    'Ici se trouveront les villes du programme, leur territoire et leur convention. Cordée apporte la liste ; un fichier CSV la met à jour.',
  emptyImport: 'Importer la liste',
  emptyWait: 'L’équipe d’animation peut l’importer.',
  source:
    'Source : code officiel géographique et populations municipales de l’Insee, périmètres des intercommunalités de la DGCL, sous Licence Ouverte.',
  inhabitants: (count: number) => plural(count, 'habitant', 'habitants'),
  population: (count: number) => number.format(count),
  unknownPopulation: 'Non connue',
  city: {
    territory: 'Territoire',
    department: 'Département',
    region: 'Région',
    intermunicipality: 'Intercommunalité',
    noIntermunicipality: 'Aucune',
    population: 'Population',
    postalCodes: (count: number) => (count > 1 ? 'Codes postaux' : 'Code postal'),
    code: 'Code Insee',
    agreement: 'Convention',
    agreementOver: (id: string) => `Convention ${id}`,
    number: 'Numéro',
    name: 'Nom',
    twins: 'Signée avec',
    alone: 'Aucune autre commune',
    scope: 'Périmètre',
    inProgramme: 'L’une des 222 du programme',
    outOfProgramme: 'Signée après l’appel de 2022',
    signedOn: 'Date connue',
    unknownDate: 'Non connue',
    dateNote:
      'La source mêle conventions et avenants : cette date n’est pas toujours celle de l’entrée dans le programme.',
    here: 'Dans Cordée',
    nobodyHere: 'Aucune organisation de cette commune ne travaille encore ici.',
    merged: 'Cette commune a fusionné. Elle fait maintenant partie de',
  },
  admin: {
    title: 'Territoires',
    lead: 'Cordée apporte la liste des villes du programme ; un fichier CSV la complète ou la corrige. Tout est d’abord vérifié ligne par ligne, et rien n’est enregistré avant votre accord. Chaque commune des 222 conventions reçoit son organisation.',
    current: 'Liste actuelle',
    cities: 'Communes du programme',
    agreements: 'Conventions',
    later: 'Communes hors des 222',
    register: 'Registre national',
    registerVersion: (version: string) => `Version ${version}`,
    registerMissing: 'Sera chargé à la première vérification',
    seeList: 'Voir la liste',
    programme: 'La liste du programme',
    programmeLead:
      '222 conventions et leurs 235 communes, plus celles qui ont signé après 2022. Une convention en est peut-être sortie depuis : Rambouillet et Vallauris restent à vérifier.',
    programmeSource: ({ producer, catalogue, licence }: ListSource) =>
      `Source : ${producer}, ${catalogue}, ${licence}. Les noms et les populations viennent du registre national.`,
    importProgramme: 'Importer la liste du programme',
    programmeName: 'la liste du programme',
    last: 'Dernier import',
    lastSaid: ({ by, day }: { by: string | null; day: string }) =>
      by === null ? `Fait le ${day}, sur la machine.` : `Fait le ${day} par ${by}.`,
    lastCounts: ({ cities, made, tied }: { cities: number; made: number; tied: number }) =>
      `${plural(cities, 'commune nouvelle ou déplacée', 'communes nouvelles ou déplacées')}, ${plural(made, 'organisation créée', 'organisations créées')}, ${plural(tied, 'organisation rattachée', 'organisations rattachées')}.`,
    undo: 'Annuler cet import',
    undoHint: 'Tout redevient comme avant cet import, d’un seul coup, tant que personne ne s’en sert.',
    undone: 'L’import est annulé : la liste et les organisations sont comme avant.',
    undoRefused: 'L’import n’est pas annulé',
    organisations: 'Organisations',
    organisationsCaption: 'Ce que devient chaque commune, ligne par ligne',
    choose: 'Importer un fichier',
    chooseAnother: 'Vérifier un autre fichier',
    file: 'Fichier CSV des villes',
    fileHint:
      'Colonnes attendues : code_insee, nom, acv_id, convention, date_convention et dans_222, ou celles du fichier officiel : insee_com, lib_com, id_acv, lib_acv et date_signature. 1 Mo au plus.',
    check: 'Vérifier le fichier',
    checking: 'Vérification en cours…',
    fileMissing: 'Choisissez un fichier.',
    fileLost: 'Le fichier à importer n’est pas arrivé en entier : choisissez-le à nouveau.',
    fileTooLarge: 'Ce fichier est trop gros : 1 Mo au plus.',
    summary: 'Le fichier est à corriger',
    report: (file: string) => `Rapport sur ${file}`,
    ready: 'Ce fichier peut être importé.',
    done: 'La liste est importée.',
    toMend: 'À corriger',
    toMendCaption: 'Points à corriger, ligne par ligne',
    toSee: 'À vérifier, sans bloquer',
    toSeeCaption: 'Écarts entre le fichier et le registre, ligne par ligne',
    line: 'Ligne',
    wholeFile: 'Fichier',
    what: 'Constat',
    kept: 'Absentes du fichier, conservées',
    more: (count: number) => `Et ${plural(count, 'autre point', 'autres points')} du même fichier.`,
    confirm: 'Importer',
    confirming: 'Import en cours…',
  },
  errors: {
    'city.unknown': 'Aucune commune du registre n’a ce code Insee.',
    'city.merged': 'Cette commune a fusionné : choisissez celle qui l’a remplacée.',
    'city.outOfProgramme': 'Cette commune n’est pas dans les 222 conventions du programme.',
    'cityImport.notLast':
      'Seul le dernier import s’annule, une fois : celui-ci est déjà annulé, ou un autre a eu lieu depuis.',
    'cityImport.inUse':
      'Des personnes, des groupes ou des candidatures comptent déjà sur ce que cet import a créé : rien n’est annulé. Corrigez plutôt les organisations une à une.',
  } satisfies Record<CityError | CityImportError, string>,
} as const;
