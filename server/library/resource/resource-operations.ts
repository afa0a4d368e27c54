import { z } from 'zod';
import { restoreVersion } from '#db/library/resource/new-resource-version.ts';
import type { ResourceChange } from '#db/library/resource/resource-change.ts';
import { deleteResource, restoreResource, trashResource } from '#db/library/resource/resource-trash.ts';
import { editResource, type ResourceForMember, shareWithAll } from '#db/library/resource/resources.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { parseAddress, parseResource } from '#shared/library/resource/resource.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';
import { onResource, sharingWithAll } from './resource-rights.ts';

const Said = z.string().max(20_000);
const OfResource = z.object({ resourceId: Id });
/** What a group's trash holds is found by the group alone. */
const InTrash = z.object({ groupId: Id, id: Id });

const Edited = OfResource.extend({
  title: Said,
  kind: Said,
  description: Said,
  producer: Said,
  licence: Said,
  language: Said,
  contentOn: Said,
  reviewOn: Said,
  themeIds: z.array(z.string().max(64)).max(100),
  /** Of a link; null leaves it, and what has files has none. */
  address: Said.nullable(),
}).transform(({ resourceId, themeIds, address: typedAddress, ...typed }, context) => {
  const facts = parseResource(typed);
  const address = typedAddress === null ? ok(null) : parseAddress(typedAddress);
  if (!address.ok) context.addIssue({ code: 'custom', path: ['address'], message: address.error });
  if (!facts.ok)
    for (const [field, message] of Object.entries(facts.errors))
      context.addIssue({ code: 'custom', path: [field], message });
  if (!facts.ok || !address.ok) return z.NEVER;
  return { resourceId, themeIds, address: address.value, facts: facts.value };
});

const changeOf = ({
  by,
  now,
  newId,
  resource,
}: Act & ByPerson & { readonly resource: ResourceForMember }): ResourceChange => ({
  resourceId: resource.id,
  groupId: resource.group.id,
  by,
  now,
  activityId: newId(),
});

/** [RS1] [RS6] [RS7] [RS12] What becomes of a resource that is there. */
export const resourceOperations = {
  'resource.edit': operation({
    input: Edited,
    right: onResource('resource.share'),
    refusals: { 'resource.notFound': '' },
    async run(act, { facts, address, themeIds }) {
      const edited = await editResource(act.tx, { ...changeOf(act), facts, address, themeIds });
      return edited.ok ? ok({ id: act.resource.id, title: facts.title }) : edited;
    },
  }),

  'resource.shareWithAll': operation({
    input: OfResource.extend({ isForAll: z.boolean() }),
    right: sharingWithAll,
    refusals: { 'resource.notFound': '' },
    run: (act, { isForAll }) => shareWithAll(act.tx, { ...changeOf(act), isForAll }),
  }),

  'resource.restoreVersion': operation({
    input: OfResource.extend({ number: SentCount }),
    right: onResource('resource.share'),
    refusals: {
      'resource.notFound': '',
      'resource.isLink': '',
      'resource.versionNotFound': '',
      'resource.inQuarantine': '',
    },
    run: (act, { number }) =>
      restoreVersion(act.tx, {
        ...changeOf(act),
        number,
        versionId: act.newId(),
        note: words.page.restoredFrom(number),
      }),
  }),

  'resource.trash': operation({
    input: OfResource,
    right: onResource('resource.share'),
    refusals: { 'resource.notFound': '' },
    run: (act) => trashResource(act.tx, changeOf(act)),
  }),

  'resource.restore': operation({
    input: InTrash,
    right: inGroup('resource.share'),
    refusals: { 'resource.notFound': '' },
    run: ({ tx, by, now, newId }, { groupId, id: resourceId }) =>
      restoreResource(tx, { resourceId, groupId, by, now, activityId: newId() }),
  }),

  /** Gives the keys of bytes that nothing needs any more: whoever asks for it removes them from the store. */
  'resource.delete': operation({
    input: InTrash,
    right: inGroup('trash.delete'),
    refusals: { 'resource.notFound': '' },
    run: ({ tx }, { groupId, id: resourceId }) => deleteResource(tx, { resourceId, groupId }),
  }),
};
