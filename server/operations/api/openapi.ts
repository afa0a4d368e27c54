import { type ZodType, z } from 'zod';
import { api as words } from '#shared/operations/api/api.fr.ts';
import { apiOperations } from '#shared/operations/api/api-operations.fr.ts';
import { accessToken as tokenWords } from '#shared/operations/token/access-token.fr.ts';
import { nounOf } from '#shared/operations/token/scopes.ts';
import { boardFilePaths } from './board-files.ts';
import { conversionPaths } from './conversions.ts';
import type { FilePaths } from './file-operation.ts';
import type { ApiOperation, ApiParameter, JsonSchema, OpenApiPage } from './openapi-page.ts';
import type { Door, Operation } from './operation.ts';
import { readersOf } from './preconditions.ts';

const filePaths: FilePaths = { ...conversionPaths, ...boardFilePaths };

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const problemResponse = (description: string, headers?: object) => ({
  description,
  ...(headers && { headers }),
  content: { 'application/problem+json': { schema: PROBLEM } },
});
const text = { type: 'string' };

const RETRY_AFTER = { 'Retry-After': { schema: { type: 'integer' } } };

/** Refusals that any operation may give, by status. */
const PROBLEMS = {
  400: problemResponse(words.problems[400]),
  401: problemResponse(words.problems[401], { 'WWW-Authenticate': { schema: text } }),
  403: problemResponse(words.problems[403], { 'WWW-Authenticate': { schema: text } }),
  404: problemResponse(words.problems[404]),
  405: problemResponse(words.problems[405], { Allow: { schema: text } }),
  406: problemResponse(words.problems[406]),
  409: problemResponse(words.problems[409]),
  412: problemResponse(words.problems[412]),
  413: problemResponse(words.problems[413]),
  415: problemResponse(words.problems[415]),
  422: problemResponse(words.problems[422]),
  428: problemResponse(words.problems[428]),
  429: problemResponse(words.problems[429], RETRY_AFTER),
  503: problemResponse(words.problems[503], RETRY_AFTER),
} as const;

const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
    bearer: { type: 'http', scheme: 'bearer', description: words.bearer },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: words.idempotencyKey,
      schema: { type: 'string', maxLength: 200 },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: words.ifMatch,
      schema: text,
    },
  },
  responses: Object.fromEntries(Object.entries(PROBLEMS).map(([status, one]) => [`Problem${status}`, one])),
  schemas: {
    Problem: {
      type: 'object',
      description: words.problem,
      required: ['type', 'title', 'status', 'detail', 'code'],
      properties: {
        type: { type: 'string', examples: ['urn:cordee:title.empty'] },
        title: text,
        status: { type: 'integer' },
        detail: text,
        code: { type: 'string', examples: ['title.empty'] },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'detail'],
            properties: { path: text, detail: text },
          },
        },
      },
    },
  },
};

function schemaOf(type: ZodType, isClosed = false): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (isClosed && jsonSchema.properties) jsonSchema.additionalProperties ??= false;
    },
  });
  return schema as JsonSchema;
}

/** [I3] The schema of a body: it takes nothing else. */
export const bodySchemaOf = (body: ZodType): JsonSchema => schemaOf(body, true);

/** The schema of an answer: what has a name in it is put among the named ones, and referred to. */
function namedIn(answer: ZodType, named: Record<string, JsonSchema>): JsonSchema {
  const referring = JSON.stringify(schemaOf(answer)).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs, ...schema }: JsonSchema = JSON.parse(referring);
  Object.assign(named, $defs);
  return schema;
}

function parametersOf(type: ZodType, where: 'path' | 'query'): ApiParameter[] {
  const { properties = {}, required = [] } = schemaOf(type);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(name in words.parameters && {
      description: words.parameters[name as keyof typeof words.parameters],
    }),
    schema,
  }));
}

/** What every operation says beside its own: name, noun, who may, and how it refuses. */
function common(name: keyof typeof apiOperations, scope: Door) {
  const isScope = scope !== 'any' && scope !== 'public';
  return {
    operationId: name,
    summary: apiOperations[name],
    tags: [isScope ? nounOf(scope) : scope],
    security: scope === 'public' ? [] : [{ bearer: isScope ? [scope] : [] }, { session: [] }],
  };
}

const refusals = Object.fromEntries(
  Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
);

/** [I1] What every operation that writes takes. */
const KEY = { $ref: '#/components/parameters/IdempotencyKey' };

/** [I8] What an operation takes that changes what is read at the same address. */
const SEEN = { $ref: '#/components/parameters/IfMatch' };

function describe(
  operation: Operation,
  reader: Operation | undefined,
  named: Record<string, JsonSchema>,
): ApiOperation {
  const { name, scope, params, query, body, success, answer, method, tag, located } = operation;
  const headers = {
    ...((tag || reader?.answer === answer) && { ETag: { schema: text } }),
    ...(located && { Location: { schema: text } }),
  };
  const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
  return {
    ...common(name, scope),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(method === 'get' ? [] : [KEY, ...(reader ? [SEEN] : [])]),
    ],
    ...(body && { requestBody: { required: true, content: json(bodySchemaOf(body)) } }),
    responses: {
      [success]: {
        description: words.success[success],
        ...(Object.keys(headers).length > 0 && { headers }),
        ...(success !== 204 && { content: json(namedIn(answer, named)) }),
      },
      ...refusals,
    },
  };
}

/** The OpenAPI page, made from the operations themselves, so that it cannot drift from what is served. */
export function openApi(operations: readonly Operation[], origin: string): OpenApiPage {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  const named: Record<string, JsonSchema> = {};
  const add = (path: string, method: string, described: ApiOperation) => {
    paths[path] = { ...paths[path], [method]: described };
  };
  for (const [path, methods] of Object.entries(filePaths))
    for (const [method, { name, scope, responses, parameters, ...said }] of Object.entries(methods))
      add(path, method, {
        ...common(name, scope),
        ...said,
        parameters: method === 'get' ? parameters : [...parameters, KEY],
        responses: { ...responses, ...refusals },
      });
  const readers = readersOf(operations);
  for (const operation of operations)
    add(operation.path, operation.method, describe(operation, readers.get(operation.path), named));
  const nouns = { ...words.nouns, ...tokenWords.nouns };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cordée',
      version: '1',
      description: words.description,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ session: [] }, { bearer: [] }],
    tags: Object.entries(nouns).map(([name, description]) => ({ name, description })),
    components: { ...components, schemas: { ...components.schemas, ...named } },
    paths,
  };
}
