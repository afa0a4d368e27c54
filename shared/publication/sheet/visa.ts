import { canonicalJson } from '../../kernel/canonical-json.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isRoundOpen, outcomeOf, type ReviewOutcome, type RoundState } from '../../reviews/review.ts';
import type { SheetFacts } from './sheet-facts.ts';
import type { SheetRole, SheetState } from './sheet-state.ts';
import type { SheetFields } from './use-case-sheet.ts';

/** Who approves a sheet before the public reads it, in this order. */
export const VISA_KINDS = ['city', 'publisher'] as const;
export type VisaKind = (typeof VISA_KINDS)[number];

/** [US8] What is approved with the text: all that the public reads beside it, as it was when the city’s visa was asked for. */
export interface Presented {
  readonly fields: SheetFields;
  readonly experimentIds: readonly string[];
  readonly facts: SheetFacts;
}

/** A review round that asks for a visa, and what it presented. */
export interface VisaRound extends RoundState {
  readonly id: string;
  readonly number: number;
  readonly kind: VisaKind;
  readonly openedAt: Date;
  readonly outcome: ReviewOutcome | null;
  readonly text: { readonly title: string; readonly sha256: string; readonly seq: number };
  readonly presented: Presented;
}

/** What a sheet says at a moment, as its visas are compared with it. */
export interface SheetNow {
  /** Of its exact text. */
  readonly sha256: string;
  readonly fields: SheetFields;
  readonly experimentIds: readonly string[];
  /** The cities that lead its experiments. */
  readonly leadIds: readonly string[];
  /** When it was last taken away from the public; null when it never was. */
  readonly withdrawnAt: Date | null;
  readonly now: Date;
}

/** What became otherwise since a visa was asked for. */
export type VisaChange = 'text' | 'hook' | 'fields' | 'experiments' | 'cities' | 'data' | 'withdrawn';

/** How a visa stands: only one that is `given` lets a sheet be published. */
export type VisaStanding = 'none' | 'asked' | 'outdated' | 'given' | 'fallen' | 'refused' | 'silent';

export interface StandingVisa<Round extends VisaRound = VisaRound> {
  readonly kind: VisaKind;
  readonly standing: VisaStanding;
  readonly changes: readonly VisaChange[];
  readonly round: Round | null;
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** [US8] What is otherwise now than this round presented; nothing when what it asks about is the sheet of today. */
export function changesSince(round: VisaRound, sheet: SheetNow): VisaChange[] {
  const { hook, ...fields } = round.presented.fields;
  const { hook: hookNow, ...fieldsNow } = sheet.fields;
  const asked = round.asked.map(({ id }) => id);
  const found: readonly (readonly [VisaChange, boolean])[] = [
    ['text', round.text.sha256 !== sheet.sha256],
    ['hook', hook !== hookNow],
    ['fields', !isSame(fields, fieldsNow)],
    ['experiments', !isSame([...round.presented.experimentIds].sort(), [...sheet.experimentIds].sort())],
    ['cities', round.kind === 'city' && sheet.leadIds.some((id) => !asked.includes(id))],
    ['withdrawn', sheet.withdrawnAt !== null && round.openedAt <= sheet.withdrawnAt],
  ];
  return found.flatMap(([change, is]) => (is ? [change] : []));
}

/** [US7] [US8] How the visa of this kind stands: the last round counts that was neither taken back nor replaced. */
export function standVisa<Round extends VisaRound>(
  kind: VisaKind,
  rounds: readonly Round[],
  sheet: SheetNow,
  /** [US9] What the visa before this one was about: the data that this one must have presented. */
  before: Presented | null = null,
): StandingVisa<Round> {
  const round = rounds
    .filter((one) => one.kind === kind && one.ending !== 'withdrawn' && one.ending !== 'replaced')
    .toSorted((a, b) => a.number - b.number)
    .at(-1);
  if (!round) return { kind, standing: 'none', changes: [], round: null };
  const isOtherData = before !== null && !isSame(before.facts, round.presented.facts);
  const changes = [...changesSince(round, sheet), ...(isOtherData ? (['data'] as const) : [])];
  const isChanged = changes.length > 0;
  if (isRoundOpen(round, sheet.now))
    return { kind, standing: isChanged ? 'outdated' : 'asked', changes, round };
  const outcome = round.outcome ?? outcomeOf(round);
  if (outcome === 'notApproved') return { kind, standing: 'refused', changes, round };
  if (outcome === 'noQuorum') return { kind, standing: 'silent', changes, round };
  return { kind, standing: isChanged ? 'fallen' : 'given', changes, round };
}

/** Both visas of a sheet. */
export interface SheetVisas<Round extends VisaRound = VisaRound> {
  readonly city: StandingVisa<Round>;
  readonly publisher: StandingVisa<Round>;
}

/** [US7] Both visas, as they stand. */
export function standVisas<Round extends VisaRound>(
  rounds: readonly Round[],
  sheet: SheetNow,
): SheetVisas<Round> {
  const city = standVisa('city', rounds, sheet);
  const publisher = standVisa('publisher', rounds, sheet, city.round?.presented ?? null);
  return { city, publisher };
}

/** [US7] Whether both visas stand, for what the sheet says now. */
export function mayPublish({ city, publisher }: SheetVisas): boolean {
  return city.standing === 'given' && publisher.standing === 'given';
}

/** Why a visa is not asked for. */
export type VisaRefusal =
  | 'access.forbidden'
  | 'useCaseSheet.visaTooEarly'
  | 'useCaseSheet.incomplete'
  | 'useCaseSheet.visaAsked'
  | 'useCaseSheet.visaCityFirst'
  | 'useCaseSheet.visaGiven';

/** [US7] Whether this person may ask for a visa now: writers for the city’s, the coordination for the publisher’s too. */
export function checkVisaAsked({
  kind,
  state,
  role,
  isComplete,
  visas,
  isDataChanged,
}: {
  readonly kind: VisaKind;
  readonly state: SheetState;
  readonly role: SheetRole;
  readonly isComplete: boolean;
  readonly visas: SheetVisas;
  /** [US9] The programme’s data say something else than what was presented. */
  readonly isDataChanged: boolean;
}): Result<void, VisaRefusal> {
  if (role !== 'manager' && (role !== 'writer' || kind === 'publisher')) return fail('access.forbidden');
  if (state === 'draft') return fail('useCaseSheet.visaTooEarly');
  if (!isComplete) return fail('useCaseSheet.incomplete');
  const { standing } = visas[kind];
  if (standing === 'asked') return fail('useCaseSheet.visaAsked');
  if (kind === 'publisher' && visas.city.standing !== 'given') return fail('useCaseSheet.visaCityFirst');
  if (standing === 'given' && (kind === 'publisher' || !isDataChanged)) return fail('useCaseSheet.visaGiven');
  return ok();
}
