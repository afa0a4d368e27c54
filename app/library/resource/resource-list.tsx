import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { file as fileWords } from '#shared/kernel/file/file.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import type { ResourceFacts, Scan } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { City } from '../../ui/city.tsx';
import { KindIcon } from './kind-icon.tsx';
import { ResourceBadges } from './resource-badges.tsx';

/** A resource of a list. */
export interface ListedResource extends ResourceFacts {
  readonly id: string;
  readonly group: { readonly name: string };
  readonly isForAll: boolean;
  readonly linkLostAt: Date | null;
  readonly organisation: { readonly name: string; readonly colour: number } | null;
  readonly updatedAt: Date;
  readonly version: { readonly bytes: number; readonly scan: Scan } | null;
}

/** Resources one below the other: what each is, of whom, under which licence, and what must be known of it. */
export function ResourceList({
  resources,
  now,
  showGroup = false,
}: {
  resources: readonly ListedResource[];
  now: Date;
  showGroup?: boolean;
}) {
  return (
    <ul className="ruled" aria-label={words.list}>
      {resources.map((resource) => (
        <li className="item resource-item" key={resource.id}>
          <KindIcon kind={resource.kind} />
          <div>
            <p className="row">
              <Link to={paths.resource(resource)}>{resource.title}</Link>
              <ResourceBadges resource={resource} today={dates.iso(now)} />
            </p>
            {resource.description && <p className="resource-says">{resource.description}</p>}
            <p className="muted">{factsOf(resource, showGroup).join(' · ')}</p>
          </div>
          <p className="resource-by muted small">
            {resource.organisation && <City {...resource.organisation} />}
            <time dateTime={resource.updatedAt.toISOString()} title={dates.exact(resource.updatedAt)}>
              {dates.relative(resource.updatedAt, now)}
            </time>
          </p>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ kind, producer, licence, contentOn, version, group }: ListedResource, showGroup: boolean) {
  return [
    words.kinds[kind],
    producer,
    words.licences[licence],
    ...(version ? [fileWords.size(version.bytes)] : []),
    ...(contentOn ? [words.contentOf(dates.short(new Date(`${contentOn}T12:00:00Z`)))] : []),
    ...(showGroup ? [group.name] : []),
  ];
}
