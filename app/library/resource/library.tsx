import type { ReactNode } from 'react';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { isFiltering, type ResourceFilter } from '#shared/library/resource/resource-filter.ts';
import { Empty } from '../../ui/page/empty.tsx';
import { type ListedResource, ResourceList } from './resource-list.tsx';

/** The resources that fit a filter, counted; or why there are none, and what to do then. */
export function ResourceLibrary({
  resources,
  filter,
  now,
  showGroup = false,
  form,
  firstStep,
}: {
  resources: readonly ListedResource[];
  filter: ResourceFilter;
  now: Date;
  showGroup?: boolean;
  /** The filter's form, of no use where there is nothing to filter. */
  form: ReactNode;
  /** The way out of an empty library. */
  firstStep: ReactNode;
}) {
  if (resources.length > 0)
    return (
      <>
        {form}
        <p className="mb-4 font-semibold" role="status">
          {words.count(resources.length)}
        </p>
        <ResourceList resources={resources} now={now} showGroup={showGroup} />
      </>
    );
  if (isFiltering(filter))
    return (
      <>
        {form}
        <p className="mb-2 font-semibold" role="status">
          {words.noMatch}
        </p>
        <p>{words.noMatchText}</p>
      </>
    );
  return (
    <Empty title={words.emptyTitle} text={words.emptyText}>
      {firstStep}
    </Empty>
  );
}
