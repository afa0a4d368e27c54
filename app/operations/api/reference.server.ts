import type {
  ApiOperation,
  ApiParameter,
  JsonSchema,
  OpenApiPage,
} from '#server/operations/api/openapi-page.ts';
import { developers as words } from '#shared/operations/api/developers.fr.ts';
import type { ReferenceField, ReferenceNoun, ReferenceOperation } from './reference.ts';

const DEEPEST = 5;
const JSON_TYPE = 'application/json';

/** What the page of developers shows, from what `/api/v1/openapi.json` says: the two cannot tell different things. */
export function referenceOf({
  paths: referring,
  tags,
  components: { schemas },
}: OpenApiPage): ReferenceNoun[] {
  // What has a name is told where it is referred to.
  const paths: OpenApiPage['paths'] = JSON.parse(
    JSON.stringify(referring),
    (_key, value) => schemas[value?.$ref?.split('/').at(-1)] ?? value,
  );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      noun: operation.tags[0],
      shown: shownOf(method, path, operation),
    })),
  );
  return tags.map(({ name, description }) => ({
    name,
    title: description,
    operations: operations.flatMap(({ noun, shown }) => (noun === name ? [shown] : [])),
  }));
}

function shownOf(method: string, path: string, operation: ApiOperation): ReferenceOperation {
  const { operationId, summary, security, requestBody, responses } = operation;
  const [status, answered] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['200', {}];
  const body = requestBody?.content ?? {};
  const answer = answered.content ?? {};
  const isJson = (content: object) => Object.keys(content).every((type) => type === JSON_TYPE);
  return {
    id: operationId.replaceAll('.', '-'),
    method: method.toUpperCase(),
    path,
    summary,
    scope: security.find(({ bearer }) => bearer)?.bearer?.[0] ?? null,
    isPublic: security.length === 0,
    parameters: operation.parameters.map(parameterOf),
    bodyTypes: isJson(body) ? [] : Object.keys(body),
    body: isJson(body) ? fieldsOf(body[JSON_TYPE]?.schema) : [],
    status,
    answerTypes: isJson(answer) ? [] : Object.keys(answer),
    answer: isJson(answer) ? fieldsOf(answer[JSON_TYPE]?.schema) : [],
  };
}

function parameterOf(parameter: ApiOperation['parameters'][number]): ReferenceField {
  if (!isParameter(parameter))
    return {
      name: words.idempotencyHeader,
      type: words.types.text,
      isRequired: false,
      said: words.where.header,
    };
  const { name, schema, required = false, description } = parameter;
  const where = words.where[parameter.in];
  return {
    name,
    type: typeOf(schema),
    isRequired: required,
    said: description ? words.whereAndWhat(where, description) : where,
  };
}

function isParameter(parameter: ApiOperation['parameters'][number]): parameter is ApiParameter {
  return 'name' in parameter;
}

/** Every field, inner ones after theirs, by its way from the outside. */
function fieldsOf(schema: JsonSchema | undefined, before = '', depth = 0): ReferenceField[] {
  const { properties = {}, required = [] } = objectIn(schema) ?? {};
  if (depth > DEEPEST) return [];
  return Object.entries(properties).flatMap(([name, inner]) => {
    const at = before + name;
    const field = { name: at, type: typeOf(inner), isRequired: required.includes(name), said: '' };
    const item = arrayIn(inner);
    return [field, ...fieldsOf(item ?? inner, item ? `${at}[].` : `${at}.`, depth + 1)];
  });
}

/** Of what may also be null, what it is otherwise. */
function choicesOf(schema: JsonSchema | undefined): readonly JsonSchema[] {
  return (schema?.anyOf ?? schema?.oneOf ?? (schema ? [schema] : [])).filter(({ type }) => type !== 'null');
}

function objectIn(schema: JsonSchema | undefined): JsonSchema | undefined {
  return choicesOf(schema).find(({ properties }) => properties);
}

function arrayIn(schema: JsonSchema): JsonSchema | undefined {
  return choicesOf(schema).find(({ items }) => items)?.items;
}

function typeOf(schema: JsonSchema): string {
  const choices = choicesOf(schema);
  const isNullable = (schema.anyOf ?? schema.oneOf ?? []).some(({ type }) => type === 'null');
  const named = [...new Set(choices.map(simpleTypeOf))].join(words.or);
  return isNullable ? named + words.orNull : named;
}

function simpleTypeOf({ type, format, enum: values, const: only, items }: JsonSchema): string {
  if (values) return words.oneOf(values.map(String));
  if (only !== undefined) return words.oneOf([String(only)]);
  if (items) return words.listOf(typeOf(items));
  const { types } = words;
  if (format === 'uuid') return types.id;
  if (format === 'uri') return types.address;
  if (format === 'date') return types.day;
  if (format === 'date-time') return types.moment;
  if (format === 'binary') return types.file;
  if (type === 'string') return types.text;
  if (type === 'integer') return types.integer;
  if (type === 'number') return types.number;
  if (type === 'boolean') return types.boolean;
  return type === 'array' ? types.list : types.object;
}
