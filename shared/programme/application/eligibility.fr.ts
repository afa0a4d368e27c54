import type { AnswerFault } from '#shared/programme/application/check-answer.ts';
import type { EligibilityFinding } from '#shared/programme/application/eligibility.ts';
import type { AnswerError, EligibilityError } from '#shared/programme/application/form-errors.ts';
import { plural } from '../../kernel/plural.fr.ts';

const characters = (count = 0) => plural(count, 'caractère', 'caractères');
const months = (count = 0) => `${count} mois`;
const number = new Intl.NumberFormat('fr');

const answers: Readonly<Record<AnswerError, (limit?: number) => string>> = {
  'answer.missing': () => 'Cette réponse est obligatoire.',
  'answer.unreadable': () => 'Le formulaire a changé depuis cette réponse : répondez de nouveau.',
  'answer.tooShort': (limit) => `Développez votre réponse : ${characters(limit)} au moins.`,
  'answer.tooLong': (limit) => `Raccourcissez votre réponse : ${characters(limit)} au plus.`,
  'answer.emailInvalid': () => 'Écrivez une adresse électronique complète, comme nom@ville.example.',
  'answer.phoneInvalid': () => 'Écrivez un numéro de téléphone, comme 02 41 00 00 00 ou +33 2 41 00 00 00.',
  'answer.urlInvalid': () => 'Écrivez une adresse complète, qui commence par https://.',
  'answer.numberInvalid': () => 'Écrivez un nombre, comme 3 ou 2,5.',
  'answer.tooSmall': (limit = 0) => `Donnez un nombre de ${number.format(limit)} au moins.`,
  'answer.tooLarge': (limit = 0) => `Donnez un nombre de ${number.format(limit)} au plus.`,
  'answer.dateInvalid': () => 'Donnez un jour qui existe.',
  'answer.periodReversed': () => 'Le dernier jour précède le premier.',
  'answer.periodTooShort': (limit) => `Cette période est trop courte : ${months(limit)} au moins.`,
  'answer.periodTooLong': (limit) => `Cette période est trop longue : ${months(limit)} au plus.`,
  'answer.choiceUnknown': () => 'Ce choix n’existe plus dans le formulaire : choisissez de nouveau.',
  'answer.siretInvalid': () => 'Ce numéro n’est pas un SIRET : vérifiez ses 14 chiffres.',
  'answer.municipalityUnknown': () =>
    'Cette commune n’est pas dans le référentiel : choisissez-la dans la liste.',
  'answer.agreementUnknown': () => 'Cette convention est inconnue : choisissez-la dans la liste.',
  'answer.intermunicipalityUnknown': () =>
    'Cette intercommunalité n’est pas dans le référentiel : choisissez-la dans la liste.',
  'answer.fileFormat': () => 'Ce format de fichier n’est pas accepté ici.',
  'answer.fileTooLarge': (limit = 0) => `Ce fichier est trop lourd : ${number.format(limit)} Mo au plus.`,
  'answer.tooFewRows': (limit = 0) => `Remplissez ${plural(limit, 'ligne', 'lignes')} au moins.`,
  'answer.tooManyRows': (limit = 0) => `Gardez ${plural(limit, 'ligne', 'lignes')} au plus.`,
};

const findings: Readonly<
  Record<EligibilityError, (finding: Pick<EligibilityFinding, 'name' | 'other' | 'limit'>) => string>
> = {
  'eligibility.agreementOutside': ({ name }) =>
    `La convention « ${name} » n’est pas du programme : seules les conventions de l’appel peuvent candidater, sauf dérogation de la coordination.`,
  'eligibility.municipalityOutside': ({ name }) =>
    `${name} n’a pas de convention du programme : une commune du programme, ou son intercommunalité, peut candidater. Pour une exception, écrivez à la coordination.`,
  'eligibility.intermunicipalityOutside': ({ name }) =>
    `${name} ne contient aucune commune du programme : elle ne peut pas candidater, sauf dérogation de la coordination.`,
  'eligibility.agreementDiffers': ({ name, other }) =>
    `${name} est de la convention « ${other} » : choisissez celle-ci, ou corrigez la commune.`,
  'eligibility.municipalityMerged': ({ name, other }) =>
    `${name} a fusionné : choisissez la commune qui l’a remplacée, ${other}.`,
  'eligibility.agreementTaken': ({ name }) =>
    `La convention « ${name} » a déjà une candidature cette saison : il en faut une seule, rapprochez-vous de l’autre collectivité.`,
  'eligibility.commitmentMissing': ({ name }) =>
    `Cet engagement est indispensable pour déposer : « ${name} ».`,
  'eligibility.periodTooShort': ({ limit }) =>
    `L’expérimentation dure ${months(limit)} au moins : allongez le calendrier.`,
  'eligibility.periodTooLong': ({ limit }) =>
    `L’expérimentation dure ${months(limit)} au plus : resserrez le calendrier.`,
  'eligibility.siretInvalid': () => 'Ce numéro n’est pas un SIRET : vérifiez ses 14 chiffres.',
  'eligibility.sameContacts': () =>
    'Le correspondant données et le référent métier sont la même personne : un binôme réussit mieux. Vous pouvez déposer ainsi.',
  'eligibility.siretElsewhere': ({ name }) =>
    `Ce SIRET n’est ni celui de ${name} ni celui de son intercommunalité. Vérifiez-le ; une agence ou un syndicat peut déposer ainsi.`,
};

/** What is wrong with an answer, and what keeps an application from being submitted: each says what to do. */
export const eligibility = {
  answer: ({ code, limit }: Pick<AnswerFault, 'code' | 'limit'>): string => answers[code](limit),
  finding: (finding: Pick<EligibilityFinding, 'code' | 'name' | 'other' | 'limit'>): string =>
    findings[finding.code](finding),
} as const;
