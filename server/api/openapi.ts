import { type ZodType, z } from 'zod';
import { boardFilePaths } from './board-files.ts';
import { conversionPaths } from './conversions.ts';
import type { Operation } from './operation.ts';

const problem = {
  description: 'RFC 9457 problem document',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
};

function schemaOf(type: ZodType, io: 'input' | 'output') {
  return z.toJSONSchema(type, { target: 'openapi-3.0', io, unrepresentable: 'any' });
}

function parametersOf(type: ZodType, where: 'path' | 'query') {
  const { properties = {}, required = [] } = schemaOf(type, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}

function describe(operation: Operation) {
  const { summary, params, query, body, success, answer, method } = operation;
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } };
  return {
    summary,
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(method === 'post' ? [key] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: {
      [success]:
        success === 204
          ? { description: 'Done' }
          : { description: 'OK', content: { 'application/json': { schema: schemaOf(answer, 'input') } } },
      default: problem,
    },
  };
}

/** The OpenAPI page, made from the operations themselves, so that it cannot drift from what is served. */
export function openApi(operations: readonly Operation[], origin: string) {
  const pathsByAddress: Record<string, Record<string, unknown>> = { ...conversionPaths, ...boardFilePaths };
  for (const operation of operations) {
    pathsByAddress[operation.path] = {
      ...pathsByAddress[operation.path],
      [operation.method]: describe(operation),
    };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Cordée', version: '1', license: { name: 'AGPL-3.0-or-later' } },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ session: [] }, { bearer: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths: pathsByAddress,
  };
}
