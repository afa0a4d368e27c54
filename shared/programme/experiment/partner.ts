import { fail, ok, type Result } from '../../kernel/result.ts';

/** [EX20] Somebody who helps from outside the programme, and at what. */
export interface PartnerFields {
  readonly name: string;
  readonly part: string;
}

/** [EX20] Reads a partner: a name, perhaps what they do. */
export function parsePartner(
  typed: PartnerFields,
): Result<PartnerFields, 'experiment.nameMissing' | 'experiment.textTooLong'> {
  const [name, part] = [typed.name.replace(/\s+/g, ' ').trim(), typed.part.trim()];
  if (name === '') return fail('experiment.nameMissing');
  if (name.length > 200 || part.length > 500) return fail('experiment.textTooLong');
  return ok({ name, part });
}
