import { fail, ok, type Result } from '../../kernel/result.ts';

/** What the use case gives to whoever uses it. */
export const SERVICE_KINDS = [
  'map',
  'dashboard',
  'decision_aid',
  'monitoring',
  'public_service',
  'governance',
  'other',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** The six ways of using data: to aggregate, measure, cross, model, simulate, raise awareness. */
export const DATA_USES = ['aggregate', 'measure', 'cross', 'model', 'simulate', 'raise_awareness'] as const;
export type DataUse = (typeof DATA_USES)[number];

/** Cities of up to 20 000, up to 50 000, and more inhabitants. */
export const SIZE_CLASSES = ['small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

export const HOOK_MAX = 200;

/** [US3] The size of a city by its inhabitants; null when they are not known. */
export function sizeClassOf(population: number | null): SizeClass | null {
  if (population === null) return null;
  if (population < 20_000) return 'small';
  return population < 50_000 ? 'medium' : 'large';
}

/** What people say of a sheet beside its text; the rest comes from the programme's data. */
export interface SheetFields {
  /** What it is, in one sentence. */
  readonly hook: string;
  readonly serviceKind: ServiceKind | null;
  readonly uses: readonly DataUse[];
  /** Said by hand where the register of territories does not know the city. */
  readonly sizeClass: SizeClass | null;
}

/** What a form says of a sheet. */
export interface TypedSheet {
  readonly hook: string;
  readonly serviceKind: string;
  readonly sizeClass: string;
  readonly uses: readonly string[];
}

/** [US2] Reads the fields of a sheet; what is not said yet may be empty, until it goes to review. */
export function parseSheetFields(typed: TypedSheet): Result<SheetFields, 'useCaseSheet.hookTooLong'> {
  const hook = typed.hook.replace(/\s+/gu, ' ').trim();
  if (hook.length > HOOK_MAX) return fail('useCaseSheet.hookTooLong');
  return ok({
    hook,
    serviceKind: SERVICE_KINDS.find((known) => known === typed.serviceKind) ?? null,
    uses: DATA_USES.filter((use) => typed.uses.includes(use)),
    sizeClass: SIZE_CLASSES.find((known) => known === typed.sizeClass) ?? null,
  });
}

/** [US2] What a sheet must say before others review it, and does not. */
export function missingOf({ hook, serviceKind, uses }: SheetFields): readonly (keyof SheetFields)[] {
  return [
    ...(hook === '' ? (['hook'] as const) : []),
    ...(serviceKind === null ? (['serviceKind'] as const) : []),
    ...(uses.length === 0 ? (['uses'] as const) : []),
  ];
}
