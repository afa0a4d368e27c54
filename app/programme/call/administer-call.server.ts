import { z } from 'zod';
import { changeCall, changeCriteria, publishCall, unpublishCall } from '#db/programme/call/call-changes.ts';
import { decideDerogation } from '#db/programme/call/call-derogations.ts';
import type { Services } from '#server/services.ts';
import type { Result } from '#shared/kernel/result.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import type { CallError } from '#shared/programme/call/call-errors.ts';
import { instantOfCall, parseCall, parseCallReason } from '#shared/programme/call/call-plan.ts';
import { parseCriteria, type TypedCriterion } from '#shared/programme/call/criteria.ts';
import { notFound } from '../../kernel/access.server.ts';
import { CallForm, wordsOf } from './call-settings.server.ts';

const text = z.string().max(5_000);

/** What the page of a call sends, one form each. */
export const AdministeredCall = z.discriminatedUnion('intent', [
  CallForm.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('publish') }),
  z.object({ intent: z.literal('unpublish') }),
  z.object({ intent: z.literal('extend'), toDay: text, toTime: text, reason: text }),
  z.object({ intent: z.literal('criteria') }),
  z.object({ intent: z.literal('grant'), organisation: text, why: text }),
  z.object({ intent: z.literal('revoke'), organisation: text }),
]);
type Administered = z.infer<typeof AdministeredCall>;

/** What became of it: which news the page shows, or what is wrong, by control. */
export type CallAnswer = { readonly news: string } | { readonly errors: Readonly<Record<string, string>> };

interface By {
  readonly callId: string;
  readonly userId: string;
}

/** Does what one form of the page asks for. `lines` are the criteria as they were typed. */
export async function administerCall(
  { db, calls, now, newId }: Services,
  by: By,
  typed: Administered,
  lines: readonly TypedCriterion[],
): Promise<CallAnswer> {
  const change = { ...by, now: now(), newId };
  switch (typed.intent) {
    case 'save': {
      const parsed = parseCall(typed);
      const changed =
        'faults' in parsed ? parsed : await changeCall(db, { ...change, fields: parsed.fields });
      if (changed === null) throw notFound();
      return 'faults' in changed ? { errors: wordsOf(changed.faults) } : { news: 'enregistre' };
    }
    case 'publish':
      return answer(await publishCall(db, change), 'publie');
    case 'unpublish':
      return answer(await unpublishCall(db, change), 'retire');
    case 'extend': {
      const closesAt = instantOfCall(typed.toDay, typed.toTime);
      if (!closesAt.ok) return answer(closesAt, '', 'toDay');
      const reason = parseCallReason(typed.reason);
      if (!reason.ok) return answer(reason, '', 'reason');
      const extended = await calls.extend({ ...by, closesAt: closesAt.value, reason: reason.value });
      return answer(extended, 'reporte', 'toDay');
    }
    case 'criteria': {
      const parsed = parseCriteria(lines, (rank) => `critere_${rank}`);
      if (!parsed.ok) return answer(parsed, '');
      return answer(await changeCriteria(db, { ...change, criteria: parsed.value }), 'criteres');
    }
    case 'grant': {
      const reason = parseCallReason(typed.why);
      if (!reason.ok) return answer(reason, '', 'why');
      const { organisation: organisationId } = typed;
      const decision = { ...change, organisationId, isGranted: true, reason: reason.value };
      return answer(await decideDerogation(db, decision), 'derogation', 'organisation');
    }
    case 'revoke': {
      const reason = words.administration.revokeReason;
      const decision = { ...change, organisationId: typed.organisation, isGranted: false, reason };
      return answer(await decideDerogation(db, decision), 'derogation');
    }
  }
}

function answer(
  result: Result<unknown, 'access.notFound' | CallError>,
  news: string,
  control = '',
): CallAnswer {
  if (result.ok) return { news };
  if (result.error === 'access.notFound') throw notFound();
  return { errors: { [control]: words.errors[result.error] } };
}

/** The lines of criteria of a form. */
export function criteriaOf(form: FormData): TypedCriterion[] {
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  const [titles, descriptions, weights] = [all('criterionTitle'), all('description'), all('weight')];
  return all('key')
    .slice(0, 20)
    .map((key, at) => ({
      key,
      title: (titles[at] ?? '').slice(0, 500),
      description: (descriptions[at] ?? '').slice(0, 5_000).replaceAll('\r\n', '\n'),
      weight: weights[at] ?? '',
    }));
}
