import { z } from 'zod';
import { instantOfText } from '../../kernel/day/paris-time.ts';

/** [DS12] What we keep of a record of data.gouv.fr (API 1, `/datasets/{id}/`); what it does not say is empty. */
const Said = z.object({
  id: z.string().min(1).max(100),
  title: z.string().max(500),
  page: z.string().max(2_000).nullish(),
  organization: z.object({ name: z.string().max(500) }).nullish(),
  license: z.string().max(100).nullish(),
  frequency: z.string().max(100).nullish(),
  last_modified: z.string().max(40).nullish(),
  resources: z
    .array(
      z.object({
        title: z.string().max(1_000).nullish(),
        url: z.string().max(4_000),
        format: z.string().max(50).nullish(),
        filesize: z.number().nullish(),
      }),
    )
    .default([]),
});

export interface DataGouvRecord {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly organisation: string;
  readonly licence: string;
  readonly frequency: string;
  readonly lastModified: string;
  readonly resources: readonly { readonly title: string; readonly url: string; readonly format: string }[];
}

const RESOURCES_KEPT = 20;

/** Reads what the API answered; null when it is no record. Addresses that are not of the web are left out. */
export function readDataGouv(text: string): DataGouvRecord | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = Said.safeParse(given);
  if (!parsed.success) return null;
  const {
    id,
    title,
    page,
    organization,
    license,
    frequency,
    last_modified: modified,
    resources,
  } = parsed.data;
  const isWeb = (url: string) => /^https?:\/\//i.test(url) && URL.canParse(url);
  return {
    id,
    title,
    page: page && isWeb(page) ? page : '',
    organisation: organization?.name ?? '',
    licence: license ?? '',
    frequency: frequency ?? '',
    lastModified: (modified && instantOfText(modified)?.toISOString()) || '',
    resources: resources
      .filter(({ url }) => isWeb(url))
      .slice(0, RESOURCES_KEPT)
      .map((resource) => ({
        title: resource.title || resource.url,
        url: resource.url,
        format: resource.format ?? '',
      })),
  };
}

/** The record that somebody names: by its id, its short name, or the address of its page; null for anything else. */
export function dataGouvIdOf(given: string): string | null {
  const text = given.trim();
  const fromPage = URL.parse(text)?.pathname.match(/\/datasets\/([\w-]+)\/?$/)?.[1];
  const id = fromPage ?? text;
  return /^[\w-]{1,200}$/.test(id) ? id : null;
}
