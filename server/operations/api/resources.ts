import { z } from 'zod';
import { listGroupResources, type Resource } from '#db/library/resource/resources.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  LANGUAGES,
  LICENCES,
  parseAddress,
  parseResource,
  RESOURCE_KINDS,
} from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { tell } from './readings.ts';
import { Id, listOf, Organisation, Page, pageOf } from './shapes.ts';

const InGroup = z.object({ group: Id });
const Made = z.object({ id: Id, title: z.string(), url: z.url() });
const Shown = Made.extend({
  kind: z.enum(RESOURCE_KINDS),
  description: z.string(),
  producer: z.string(),
  licence: z.enum(LICENCES),
  language: z.enum(LANGUAGES),
  contentOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  themes: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Of a link. */
  address: z.string().nullable(),
  /** The latest state of a file; its bytes are at `url`. */
  file: z
    .object({ version: z.number(), name: z.string(), bytes: z.number(), sha256: z.string(), url: z.url() })
    .nullable(),
  forAllGroups: z.boolean(),
  organisation: Organisation.nullable(),
  modifiedAt: z.iso.datetime(),
});
const text = z.string().max(20_000);
const New = z.object({
  title: text,
  kind: z.enum(RESOURCE_KINDS),
  description: text.default(''),
  producer: text,
  licence: z.enum(LICENCES).default('unknown'),
  language: z.enum(LANGUAGES).default('fr'),
  contentOn: z.iso.date().or(z.literal('')).default(''),
  reviewOn: z.iso.date().or(z.literal('')).default(''),
  themes: z.array(z.string().max(64)).max(20).default([]),
  /** A link; or the id of a file that was sent whole to `/envois`. */
  address: text.optional(),
  upload: Id.optional(),
});

function present(resource: Resource, origin: string): z.output<typeof Shown> {
  const { version, isForAll, updatedAt } = resource;
  return tell(Shown, {
    ...resource,
    url: origin + paths.resource(resource),
    file: version && {
      ...version,
      version: version.number,
      url: origin + paths.resourceFile(resource, version.number),
    },
    forAllGroups: isForAll,
    modifiedAt: updatedAt,
  });
}

/** [RS2] A link or a file, and not both. */
function sourceOf({
  address,
  upload,
}: z.output<typeof New>): Result<{ address: string } | { uploadId: string }, ApiError> {
  if ((address === undefined) === (upload === undefined)) return fail('resource.nothing');
  if (upload !== undefined) return ok({ uploadId: upload });
  const parsed = parseAddress(address ?? '');
  return parsed.ok ? ok({ address: parsed.value }) : parsed;
}

export const resourceOperations = [
  operation({
    path: '/groups/{group}/resources',
    name: 'resources.list',
    scope: 'resources:read',
    params: InGroup,
    query: Page,
    answer: listOf(Shown),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'resource.read');
      if (!group.ok) return group;
      const all = await listGroupResources(call.services.db, { groupId: group.value.id });
      const page = pageOf(all, call.query);
      return ok({ ...page, items: page.items.map((one) => present(one, call.services.origin)) });
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/resources',
    name: 'resources.share',
    scope: 'resources:write',
    params: InGroup,
    body: New,
    success: 201,
    located: (_, { group }) => `/groups/${group}/resources`,
    answer: Made,
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'resource.share');
      if (!group.ok) return group;
      const { services, body, caller } = call;
      const source = sourceOf(body);
      if (!source.ok) return source;
      const facts = parseResource(body);
      if (!facts.ok) return fail(Object.values(facts.errors)[0] ?? 'api.invalid');
      const ready = await services.resources.prepare({
        groupId: group.value.id,
        by: caller.userId,
        facts: facts.value,
        themeIds: body.themes,
        source: source.value,
      });
      if (!ready.ok) return ready;
      return ok(
        answering(ready.value, (shared) => ({ ...shared, url: services.origin + paths.resource(shared) })),
      );
    },
  }),
];
