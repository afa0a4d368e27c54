import { cellReader } from './cell-types.ts';
import { type IdentifierKind, identifierOf, isInseeCode, isSiren, isSiret } from './french-identifiers.ts';
import type { FaultKind } from './table-report.ts';
import { patternOf, type SchemaField } from './table-schema.ts';

/** What is wrong with a cell, and what was expected. */
interface CellFault {
  readonly kind: FaultKind;
  readonly expected: string;
}

/** What a field says of one cell that is not empty; null when nothing is wrong. */
export type CellCheck = (text: string) => CellFault | null;

const fault = (kind: FaultKind, expected: string | number = ''): CellFault => ({
  kind,
  expected: String(expected),
});

/** [DS7] The checks of a field, made once: the type, then each constraint; the first that fails speaks. */
export function checkOf(field: SchemaField): CellCheck {
  const read = cellReader(field);
  const wrongType = fault('type', field.format === 'default' ? field.type : `${field.type} ${field.format}`);
  const checks = [...boundChecks(field, read), ...textChecks(field)];
  const allowed = field.constraints.enum;
  if (allowed) {
    const values = new Set(allowed.map((value) => read(String(value)) ?? String(value)));
    const wrong = fault('enum', allowed.slice(0, 12).join(' · ') + (allowed.length > 12 ? ' · …' : ''));
    checks.push((text, value) => (values.has(value) || values.has(text) ? null : wrong));
  }
  return (text) => {
    const value = read(text);
    if (value === null) return wrongType;
    for (const check of checks) {
      const found = check(text, value);
      if (found) return found;
    }
    return null;
  };
}

type ValueCheck = (text: string, value: number | string) => CellFault | null;

function boundChecks(
  { constraints }: SchemaField,
  read: (text: string) => number | string | null,
): ValueCheck[] {
  const checks: ValueCheck[] = [];
  for (const [kind, bound] of [
    ['minimum', constraints.minimum],
    ['maximum', constraints.maximum],
  ] as const) {
    if (bound === undefined) continue;
    const limit = read(String(bound));
    if (limit === null) continue;
    const wrong = fault(kind, bound);
    checks.push((_text, value) => ((kind === 'minimum' ? value < limit : value > limit) ? wrong : null));
  }
  return checks;
}

function textChecks({ constraints: { minLength, maxLength, pattern } }: SchemaField): ValueCheck[] {
  const checks: ValueCheck[] = [];
  const lengthOf = (text: string) => (/[\uD800-\uDFFF]/.test(text) ? [...text].length : text.length);
  if (minLength !== undefined)
    checks.push((text) => (lengthOf(text) < minLength ? fault('minLength', minLength) : null));
  if (maxLength !== undefined)
    checks.push((text) => (lengthOf(text) > maxLength ? fault('maxLength', maxLength) : null));
  const matched = pattern === undefined ? null : patternOf(pattern);
  if (matched) {
    const wrong = fault('pattern', pattern);
    checks.push((text) => (matched.test(text) ? null : wrong));
  }
  return checks;
}

const IDENTIFIER_CHECKS: Readonly<Record<IdentifierKind, CellCheck>> = {
  siren: (text) => (isSiren(text) ? null : fault('siren')),
  siret: (text) => (isSiret(text) ? null : fault('siret')),
  insee: (text) => (isInseeCode(text) ? null : fault(/^\d{4}$/.test(text) ? 'leadingZero' : 'insee')),
};

/** [DS8] The check of an identifier that a column holds by its name, or because a schema asks for it; null for any other. */
export function identifierCheck(name: string, asked: IdentifierKind | undefined): CellCheck | null {
  const kind = asked ?? identifierOf(name);
  return kind && IDENTIFIER_CHECKS[kind];
}

/** [DS8] What a spreadsheet would run instead of showing. Signed numbers and telephone numbers are not. */
export function isFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || /^[+-](?=.*[\p{L}(=|!])/su.test(text);
}
