import { type CityFinding, lineOf } from '#shared/programme/territory/city-finding.ts';
import type { CityCounts, CityImport, CityPlace } from '#shared/programme/territory/city-import.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** What a file says, in quotes; a cell may hold a whole book. */
function quoted(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `« ${short} »`;
}

const communes = (count: number) => plural(count, 'commune', 'communes');
const conventions = (count: number) => plural(count, 'convention', 'conventions');

const unchanged = 'Rien à changer : la liste est déjà celle de ce fichier.';
const isUnchanged = ({ agreements, places, organisations }: CityImport) =>
  agreements.length + places.length + organisations.length === 0;
const counted = (organisations: CityImport['organisations'], does: 'make' | 'tie') =>
  organisations.filter((one) => one.does === does).length;
const written = ({ agreements, places, organisations }: CityImport) =>
  [
    plural(places.length, 'commune nouvelle ou déplacée', 'communes nouvelles ou déplacées'),
    plural(agreements.length, 'convention nouvelle ou modifiée', 'conventions nouvelles ou modifiées'),
    plural(counted(organisations, 'make'), 'organisation nouvelle', 'organisations nouvelles'),
    plural(counted(organisations, 'tie'), 'organisation rattachée', 'organisations rattachées'),
  ].join(', ');

function sentence(finding: CityFinding): string {
  switch (finding.code) {
    case 'file.empty':
      return 'Le fichier est vide.';
    case 'file.withoutRows':
      return 'Le fichier n’a que sa ligne de titres : aucune commune à lire.';
    case 'file.spreadsheet':
      return 'Ce fichier est un classeur de tableur : enregistrez-le au format CSV, puis recommencez.';
    case 'file.notText':
      return 'Ce fichier n’est pas un fichier CSV : c’est un texte en colonnes qui est attendu.';
    case 'file.tooLarge':
      return 'Ce fichier est trop gros : 1 Mo au plus.';
    case 'file.columnMissing': {
      const [name = '', other] = finding.names;
      return other
        ? `Il manque la colonne ${quoted(name)}, ou ${quoted(other)} dans le fichier officiel.`
        : `Il manque la colonne ${quoted(name)}.`;
    }
    case 'file.columnTwice':
      return `Deux colonnes disent la même chose : ${finding.names.join(', ')}. Gardez-en une seule.`;
    case 'line.cells':
      return `${plural(Number(finding.value), 'case', 'cases')} au lieu de ${finding.expected} : un séparateur manque ou est en trop.`;
    case 'line.quotes':
      return 'Un guillemet ouvert n’est pas refermé : la suite du fichier ne peut pas être lue.';
    case 'city.codeMalformed':
      return finding.value === ''
        ? 'Le code de la commune manque.'
        : `${quoted(finding.value)} n’est pas un code Insee : il a cinq caractères, comme 01004 ou 2A004.`;
    case 'city.leadingZeroLost':
      return `Le code ${finding.value} a perdu son zéro de tête, sans doute dans un tableur : est-ce ${finding.expected} (${finding.name}) ? Mettez la colonne au format texte.`;
    case 'city.codeUnknown':
      return `Le code ${finding.value} n’est celui d’aucune commune du registre national.`;
    case 'city.merged':
      return `La commune ${finding.value} a fusionné : elle est remplacée par ${finding.into.name} (${finding.into.code}).`;
    case 'city.twice':
      return `La commune ${finding.value} est déjà à la ligne ${finding.firstLine}.`;
    case 'agreement.idMalformed':
      return finding.value === ''
        ? 'Le numéro de la convention manque.'
        : `${quoted(finding.value)} n’est pas un numéro de convention : c’est ACV suivi de trois chiffres, comme ACV008.`;
    case 'agreement.nameMissing':
      return `Le nom de la convention ${finding.value} manque.`;
    case 'agreement.dateMalformed':
      return `${quoted(finding.value)} n’est pas une date : écrivez-la comme 2018-09-28 ou 28/09/2018.`;
    case 'agreement.programmeMalformed':
      return `La colonne dans_222 dit ${quoted(finding.value)} : c’est oui ou non qui est attendu.`;
    case 'agreement.programmeMixed':
      return `La convention ${finding.value} est dite ici dans les 222, et là en dehors : voyez aussi la ligne ${finding.firstLine}.`;
    case 'city.nameDiffers':
      return `Le fichier écrit ${quoted(finding.value)} : le nom du registre, ${finding.expected}, est gardé.`;
    case 'agreement.nameDiffers':
      return `La convention a deux noms : ${quoted(finding.expected)} est gardé, ${quoted(finding.value)} est ignoré.`;
    case 'agreement.dateDiffers':
      return `La convention a deux dates : la plus ancienne, ${finding.expected}, est gardée.`;
    case 'city.moved':
      return `${finding.value} passe de la convention ${finding.from} à la convention ${finding.to}.`;
  }
}

/** Sentences about the import of the programme’s cities, for its page and for the terminal. */
export const cityImport = {
  sentence,
  /** « Ligne 12 : … » */
  finding: (finding: CityFinding) => {
    const line = lineOf(finding);
    return line === null ? sentence(finding) : `Ligne ${line} : ${sentence(finding)}`;
  },
  read: ({ cities, programmeCities, programmeAgreements }: CityCounts) =>
    `${communes(cities)} ${cities > 1 ? 'lues' : 'lue'}, dont ${programmeCities} dans ${conventions(programmeAgreements)} du programme.`,
  later: (counts: CityCounts) => {
    const cities = counts.cities - counts.programmeCities;
    const agreements = counts.agreements - counts.programmeAgreements;
    return `Hors des 222 : ${communes(cities)} dans ${conventions(agreements)}, ${cities > 1 ? 'gardées' : 'gardée'} à part.`;
  },
  absent: ({ name, municipalityCode }: CityPlace) =>
    `${name} (${municipalityCode}) : absente du fichier, conservée.`,
  /** [T12] What becomes of one city, for the line of the report. */
  organisation: (placing: CityImport['organisations'][number]) =>
    placing.does === 'make'
      ? `Nouvelle organisation : ${placing.name}, lettres ${placing.shortName}.`
      : `Rattachée à l’organisation qui existe : ${placing.name}.`,
  /** What an import would write. */
  planned: (decided: CityImport) =>
    isUnchanged(decided) ? unchanged : `À enregistrer : ${written(decided)}.`,
  /** What an import wrote. */
  done: (decided: CityImport) => (isUnchanged(decided) ? unchanged : `Enregistré : ${written(decided)}.`),
  refused: (count: number) =>
    `Import refusé : ${plural(count, 'point à corriger', 'points à corriger')}. Rien n’a été enregistré.`,
  usage: 'Indiquez un fichier et un seul : npm run import:villes -- villes.csv',
  unreadable: (file: string) => `Le fichier ${file} ne peut pas être lu : vérifiez son nom et ses droits.`,
  loadingRegister: 'Lecture du registre national des communes…',
  serverRunning: (directory: string) =>
    `Cordée est en marche sur ces données (${directory}) : importez la liste par sa page Administration, Territoires, ou arrêtez Cordée d’abord.`,
} as const;
