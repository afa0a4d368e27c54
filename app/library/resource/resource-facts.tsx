import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import type { ResourceFacts as Facts } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { City } from '../../ui/city.tsx';

const words = resource.page;
const dayOf = (iso: string) => dates.short(new Date(`${iso}T12:00:00Z`));

interface FactsProps {
  readonly resource: Facts & {
    readonly group: { readonly id: string; readonly name: string };
    readonly organisation: { readonly name: string; readonly colour: number } | null;
    readonly sharedBy: string;
    readonly sharedAt: Date;
  };
  /** Whether the group may be opened; its name is told in any case. */
  readonly isOfGroup: boolean;
  /** Its themes, drawn by whoever knows how. */
  readonly themes: ReactNode;
}

/** What is said of a resource, as a list of facts. */
export function ResourceFactList({ resource: shown, isOfGroup, themes }: FactsProps) {
  const { group, organisation } = shown;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.kind, resource.kinds[shown.kind]],
    [words.producer, shown.producer],
    [words.licence, resource.licences[shown.licence]],
    [words.language, resource.languages[shown.language]],
    [words.themes, themes],
    [words.content, shown.contentOn && dayOf(shown.contentOn)],
    [words.review, shown.reviewOn && dayOf(shown.reviewOn)],
    [
      words.credit,
      <span key="credit" className="row">
        {shown.sharedBy}
        {organisation && <City {...organisation} />}
        <time className="muted small" dateTime={shown.sharedAt.toISOString()}>
          {dates.short(shown.sharedAt)}
        </time>
      </span>,
    ],
    [
      words.group,
      isOfGroup ? (
        <Link key="group" to={paths.group({ id: group.id, title: group.name })}>
          {group.name}
        </Link>
      ) : (
        group.name
      ),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div className="contents" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
