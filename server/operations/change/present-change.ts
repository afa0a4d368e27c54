import type { Change } from '#shared/operations/change/change.ts';

/** A line of the change feed as programs get it, by REST and by webhook. */
export function presentChange({ at, object, ...told }: Change, origin: string) {
  const { path, ...known } = object;
  return { ...told, at: at.toISOString(), object: { ...known, url: origin + path } };
}
