import { z } from 'zod';
import { chosenId, read } from '../../kernel/input.ts';
import { instantOfCall, parseCall, parseCallReason } from './call-plan.ts';
import { parseCriteria } from './criteria.ts';

const Said = z.string().max(50_000);
/** A browser ends the lines of a text as it likes. */
const Prose = Said.transform((text) => text.replaceAll('\r\n', '\n'));

/** [CA4] What the form of a call says, on the clock of Paris: everything that is wrong is told at once. */
export const CallInput = z
  .object({
    title: Said,
    presentation: Prose,
    opensDay: Said,
    opensTime: Said,
    closesDay: Said,
    closesTime: Said,
    tolerance: Said,
  })
  .transform((typed, context) => {
    const parsed = parseCall(typed);
    if ('fields' in parsed) return { fields: parsed.fields };
    for (const [field, message] of Object.entries(parsed.faults))
      context.addIssue({ code: 'custom', path: [field], message });
    return z.NEVER;
  });

/** [CA3] To when a closing is put off, and why. */
export const ExtensionInput = z
  .object({ toDay: Said, toTime: Said, reason: read(parseCallReason) })
  .transform(({ toDay, toTime, reason }, context) => {
    const closesAt = instantOfCall(toDay, toTime);
    if (closesAt.ok) return { closesAt: closesAt.value, reason };
    context.addIssue({ code: 'custom', path: ['toDay'], message: closesAt.error });
    return z.NEVER;
  });

const Lines = z.array(Prose).max(20);

/** [CA12] The lines of the form of criteria, control by control. */
export const CriteriaInput = z
  .object({ key: Lines, criterionTitle: Lines, description: Lines, weight: Lines })
  .transform(({ key: keys, criterionTitle, description, weight }, context) => {
    const typed = keys.map((key, at) => ({
      key,
      title: criterionTitle[at] ?? '',
      description: description[at] ?? '',
      weight: weight[at] ?? '',
    }));
    const parsed = parseCriteria(typed, (rank) => `critere_${rank}`);
    if (parsed.ok) return { criteria: parsed.value };
    context.addIssue({ code: 'custom', path: [''], message: parsed.error });
    return z.NEVER;
  });

/** [CA11] For which organisation. */
export const DerogationInput = z.object({ organisation: chosenId('call.organisationMissing') });
/** [CA11] And why. */
export const GrantInput = DerogationInput.extend({ why: read(parseCallReason) });
