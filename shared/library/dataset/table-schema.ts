import { z } from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SchemaError } from './dataset-errors.ts';

/** Types of Table Schema that cells are checked against. */
export const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'datetime',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'object',
  'array',
  'any',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const Text = z.string().max(10_000);
const Short = z.string().max(500);
const Bound = z.union([z.number(), z.string().max(100)]);
const Truths = z.array(z.string().max(100)).max(50);

const Constraints = z.object({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).optional(),
  minimum: Bound.optional(),
  maximum: Bound.optional(),
  pattern: z.string().max(2_000).optional(),
  enum: z
    .array(z.union([z.string().max(1_000), z.number(), z.boolean()]))
    .max(20_000)
    .optional(),
});

const Field = z.object({
  name: z.string().min(1).max(200),
  title: Short.optional().catch(undefined),
  description: Text.optional().catch(undefined),
  /** An unknown type is checked as any: the report says so. */
  type: z.string().max(50).default('string'),
  format: z.string().max(200).default('default'),
  constraints: Constraints.default({}),
  trueValues: Truths.optional(),
  falseValues: Truths.optional(),
  decimalChar: z.string().length(1).optional(),
  groupChar: z.string().length(1).optional(),
  bareNumber: z.boolean().optional(),
});

const Schema = z.object({
  name: Short.optional().catch(undefined),
  title: Short.optional().catch(undefined),
  version: z.string().max(50).optional().catch(undefined),
  path: z.string().max(2_000).optional().catch(undefined),
  homepage: z.string().max(2_000).optional().catch(undefined),
  fields: z.array(Field).min(1).max(500),
  missingValues: z.array(z.string().max(100)).max(50).default(['']),
  primaryKey: z
    .union([
      z
        .string()
        .max(200)
        .transform((name) => [name]),
      z.array(z.string().max(200)).max(20),
    ])
    .default([]),
  foreignKeys: z.array(z.unknown()).optional().catch(undefined),
  custom_checks: z
    .array(z.object({ name: z.string().max(100), params: z.record(z.string(), z.unknown()).default({}) }))
    .max(100)
    .optional()
    .catch(undefined),
});

/** A schema of tables, as it was read: see the Table Schema of Frictionless. */
export type TableSchema = z.output<typeof Schema>;
export type SchemaField = TableSchema['fields'][number];

/** Larger than any schema of the national register. */
export const SCHEMA_MAX_BYTES = 1024 * 1024;

/**
 * [DS7] Reads the text of a Table Schema. Refuses what is no JSON, what has no list of fields, a name given twice, and a pattern
 * that is none.
 */
export function parseTableSchema(text: string): Result<TableSchema, SchemaError> {
  if (text.length > SCHEMA_MAX_BYTES) return fail('dataset.schemaTooLarge');
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('dataset.schemaNotJson');
  }
  const parsed = Schema.safeParse(given);
  if (!parsed.success) return fail('dataset.schemaNotTable');
  const { fields } = parsed.data;
  if (new Set(fields.map(({ name }) => name)).size < fields.length) return fail('dataset.schemaFieldsTwice');
  const patterns = fields.flatMap(({ constraints: { pattern } }) => pattern ?? []);
  if (patterns.some((pattern) => patternOf(pattern) === null)) return fail('dataset.schemaPattern');
  return ok(parsed.data);
}

/** The whole of a cell against a pattern; null when it is no pattern. Patterns of schemas are written for several languages. */
export function patternOf(pattern: string): RegExp | null {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Escapes that Unicode mode refuses are common: the second try takes them.
    }
  }
  return null;
}
