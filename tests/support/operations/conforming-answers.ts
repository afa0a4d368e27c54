import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { JsonSchema, OpenApiPage } from '#server/operations/api/openapi-page.ts';

/** The same schema, where nothing may be said that it does not know. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, one]) => [name, closed(one)]));
  return 'properties' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** What of an answer is not as the OpenAPI page describes it, in words. */
export function answerJudge({ paths, components }: OpenApiPage) {
  const parsers = new Map<JsonSchema, z.ZodType>();
  const parserOf = (schema: JsonSchema) => {
    const text = JSON.stringify(closed({ ...schema, $defs: components.schemas }));
    const made = z.fromJSONSchema(JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/')));
    parsers.set(schema, made);
    return made;
  };
  return (method: string, path: string, status: number, body: unknown): string[] => {
    const operation = paths[path]?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
    const said = `${method} ${path} ${status}`;
    if (!operation) return [];
    const isDone = status < 300;
    const schema = isDone
      ? operation.responses[status]?.content?.['application/json']?.schema
      : components.schemas.Problem;
    if (isDone && !operation.responses[status]) return [`${said}: no such answer`];
    const parsed = schema && (parsers.get(schema) ?? parserOf(schema)).safeParse(body);
    if (!parsed || parsed.success) return [];
    return [`${said}: ${z.prettifyError(parsed.error)}`];
  };
}

/** Reads over the shoulder of the REST door: `faults` says of each JSON that it answered what the OpenAPI page does not. */
export function watchAnswers(page: OpenApiPage): { watch: RequestHandler; faults: string[] } {
  const judge = answerJudge(page);
  const faults: string[] = [];
  const watch: RequestHandler = (request, response, next) => {
    const { send } = response;
    response.send = (body: unknown) => {
      const path = String(request.route?.path ?? '').replaceAll(/:(\w+)/g, '{$1}');
      if (typeof body === 'string' && /json/.test(String(response.getHeader('content-type'))))
        faults.push(...judge(request.method, path, response.statusCode, JSON.parse(body)));
      return send.call(response, body);
    };
    next();
  };
  return { watch, faults };
}
