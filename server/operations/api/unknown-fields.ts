import type { JsonSchema } from './openapi-page.ts';

/** [I3] The first twenty fields of a body that its schema does not know, each by its way from the outside. */
export function unknownFields(schema: JsonSchema, body: unknown): string[] {
  return unknownIn(schema, body, '').slice(0, 20);
}

function unknownIn(schema: JsonSchema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const kind = Array.isArray(value) ? 'array' : 'object';
  const choices = (schema.anyOf ?? schema.oneOf)?.filter(({ type = kind }) => type === kind);
  if (choices) {
    const [closest = []] = choices
      .map((choice) => unknownIn(choice, value, at))
      .sort((one, other) => one.length - other.length);
    return closest;
  }
  const { items, properties } = schema;
  const inner = (name: string | number) => (at ? `${at}.${name}` : String(name)).slice(0, 200);
  if (Array.isArray(value))
    return items ? value.flatMap((one, index) => unknownIn(items, one, inner(index))) : [];
  if (!properties) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known) return unknownIn(known, one, inner(name));
    return schema.additionalProperties === false ? [inner(name)] : [];
  });
}
