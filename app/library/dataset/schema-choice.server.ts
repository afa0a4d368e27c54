import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { findLastSchema } from '#db/library/dataset/dataset-checks.ts';
import type { OutsideError } from '#shared/kernel/outside/outside-errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SchemaError } from '#shared/library/dataset/dataset-errors.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { OWN_SCHEMAS } from '#shared/library/dataset/own-schemas.ts';
import {
  parseTableSchema,
  SCHEMA_MAX_BYTES,
  type TableSchema,
} from '#shared/library/dataset/table-schema.ts';
import { servicesContext } from '../../context.ts';
import { ChosenFile, readFileForm } from '../../kernel/file-form.server.ts';

export const NewCheckForm = z.object({
  group: z.string().max(64).catch(''),
  schema: z.string().max(200).catch(''),
  schemaUrl: z.string().max(2_000).catch(''),
  schemaFile: ChosenFile.optional().catch(undefined),
});
type Chosen = z.output<typeof NewCheckForm>;

/** Reads the form that prepares a check; null when it is broken, or its schema file too large. */
export async function readNewCheck(request: Request): Promise<Chosen | null> {
  const form = await readFileForm(request, 2 * SCHEMA_MAX_BYTES);
  return form.ok ? NewCheckForm.parse(form.value) : null;
}

interface FoundSchema {
  readonly schema: TableSchema | null;
  readonly source: string;
}

/** [DS7] The schema that a form chooses, wherever it is. */
export async function chosenSchema(
  context: Readonly<RouterContextProvider>,
  { schema: choice, schemaUrl, schemaFile }: Chosen,
  dataset: DatasetForMember | null,
): Promise<Result<FoundSchema, SchemaError | OutsideError>> {
  const { db, outside } = context.get(servicesContext);
  if (choice === 'none') return ok({ schema: null, source: '' });
  const own = OWN_SCHEMAS.find(({ name }) => name === choice);
  if (own) return ok({ schema: own, source: own.title ?? '' });
  if (choice === 'last' && dataset) {
    const last = await findLastSchema(db, { datasetId: dataset.id, groupId: dataset.group.id });
    if (last) return ok({ schema: last.schema, source: last.schemaSource });
  }
  if (choice === 'file') {
    if (!schemaFile) return fail('dataset.schemaMissing');
    return parsed(await schemaFile.text(), schemaFile.name.slice(0, 200));
  }
  const url = choice === 'record' && dataset ? dataset.schemaUrl : choice === 'url' ? schemaUrl.trim() : '';
  if (url === '') return fail('dataset.schemaMissing');
  const read = await outside.get(url, {
    maxBytes: SCHEMA_MAX_BYTES,
    accept: 'application/json, text/plain;q=0.5',
  });
  return read.ok ? parsed(new TextDecoder().decode(read.value.bytes), url) : read;
}

function parsed(text: string, source: string): Result<FoundSchema, SchemaError> {
  const schema = parseTableSchema(text);
  return schema.ok ? ok({ schema: schema.value, source }) : schema;
}
