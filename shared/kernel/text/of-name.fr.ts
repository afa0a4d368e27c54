import { fold } from './fold.ts';

/** « de Claire Oudin », « d’Inès Bouaziz »: before a vowel, and a silent h, the e is left out. */
export const ofName = (name: string): string => (/^[aeiouyh]/.test(fold(name)) ? `d’${name}` : `de ${name}`);
