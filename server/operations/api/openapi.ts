import { type ZodType, z } from 'zod';
import { api as words } from '#shared/operations/api/api.fr.ts';
import { apiOperations } from '#shared/operations/api/api-operations.fr.ts';
import { accessToken as tokenWords } from '#shared/operations/token/access-token.fr.ts';
import { nounOf, type Scope, type ScopeNoun } from '#shared/operations/token/scopes.ts';
import { boardFilePaths } from './board-files.ts';
import { conversionPaths } from './conversions.ts';
import type { FilePaths } from './file-operation.ts';
import type { ApiOperation, ApiParameter, JsonSchema, OpenApiPage } from './openapi-page.ts';
import type { Operation } from './operation.ts';

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
  409: problemResponse(words.problems[409]),
  422: problemResponse(words.problems[422]),
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

function schemaOf(type: ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return schema as JsonSchema;
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
function common(name: keyof typeof apiOperations, scope: Scope) {
  return {
    operationId: name,
    summary: apiOperations[name],
    tags: [nounOf(scope)],
    security: [{ bearer: [scope] }, { session: [] }],
  };
}

const refusals = Object.fromEntries(
  Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
);

/** [I1] What every operation that writes takes. */
const KEY = { $ref: '#/components/parameters/IdempotencyKey' };

function describe({ name, scope, params, query, body, success, answer, method }: Operation): ApiOperation {
  const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
  return {
    ...common(name, scope),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(method === 'get' ? [] : [KEY]),
    ],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body)) } }),
    responses: {
      [success]: {
        description: words.success[success],
        ...(success !== 204 && { content: json(schemaOf(answer)) }),
      },
      ...refusals,
    },
  };
}

/** The OpenAPI page, made from the operations themselves, so that it cannot drift from what is served. */
export function openApi(operations: readonly Operation[], origin: string): OpenApiPage {
  const paths: Record<string, Record<string, ApiOperation>> = {};
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
  for (const operation of operations) add(operation.path, operation.method, describe(operation));
  const nouns = Object.keys(tokenWords.nouns) as ScopeNoun[];
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
    tags: nouns.map((name) => ({ name, description: tokenWords.nouns[name] })),
    components,
    paths,
  };
}
