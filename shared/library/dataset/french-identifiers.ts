/** Luhn: from the right, every second digit doubled. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** La Poste has more establishments than its keys: beside its head office, the sum of the digits is a multiple of five. */
const LA_POSTE = '356000000';

/** [DS8] Nine digits whose key is right. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhnSum(text) % 10 === 0;
}

/** [DS8] Fourteen digits whose key is right; those of La Poste have a key of their own. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (luhnSum(text) % 10 === 0) return true;
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** [DS8] A code of a commune as INSEE writes it: five characters, its leading zero kept. */
export function isInseeCode(text: string): boolean {
  return /^(?:\d{2}|2[AB])\d{3}$/.test(text);
}

export type IdentifierKind = 'siren' | 'siret' | 'insee';

/** Which identifier a column of this name holds; null for any other. */
export function identifierOf(name: string): IdentifierKind | null {
  const plain = name.toLowerCase();
  if (/siret/.test(plain)) return 'siret';
  if (/siren/.test(plain)) return 'siren';
  if (/insee/.test(plain) && !/nom|lib|date|url/.test(plain)) return 'insee';
  return null;
}
