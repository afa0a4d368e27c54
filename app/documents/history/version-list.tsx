import { RotateCcw, Tag } from 'lucide-react';
import { Form, Link } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { ListedVersion, NamedState, ShownState } from './history-data.ts';

interface OfDocument {
  readonly document: { readonly id: string; readonly title: string };
}

/** The versions that formed by themselves, by day, the last first: one knot of the rope each. */
export function VersionList({
  document,
  versions,
  named,
  shown,
  isNewest,
}: OfDocument & {
  versions: readonly ListedVersion[];
  named: readonly NamedState[];
  shown: ShownState | null;
  isNewest: boolean;
}) {
  const days = Map.groupBy(versions, ({ to }) => dates.day(to));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="history-day" aria-label={day}>
      <h3>{day}</h3>
      <ol className="rope">
        {ofDay.map((version) => {
          const isShown = version.seq === shown?.version;
          const marks = named.filter(({ seq }) => seq >= version.firstSeq && seq <= version.seq);
          return (
            <li key={version.seq} className={isShown ? 'now' : 'done'}>
              <Link
                to={paths.documentHistory(document, { version: version.seq })}
                aria-current={isShown ? 'true' : undefined}
              >
                {words.versions.automatic(dates.clock(version.from), dates.clock(version.to))}
              </Link>
              {isNewest && version === versions[0] && (
                <span className="muted small"> {words.versions.current}</span>
              )}
              <Writers writers={version.writers} />
              {marks.map((mark) => (
                <Mark key={mark.id} mark={mark} />
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  ));
}

function Writers({ writers }: { writers: readonly (PersonBadge | null)[] }) {
  return (
    <ul className="history-writers">
      {writers.map((person, index) => (
        <li key={person?.id ?? index} className="row small">
          <Avatar
            letters={person ? initialsOf(person.name) : '?'}
            colour={person?.organisation?.colour ?? 0}
            label={null}
            isSmall
          />
          <span>
            {person?.name ?? words.formerMember}
            {person?.organisation && <span className="muted"> {person.organisation.name}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ mark: { name, restored, by } }: { mark: NamedState }) {
  const Icon = restored ? RotateCcw : Tag;
  return (
    <p className="row small history-mark">
      <Icon className="icon" aria-hidden="true" />
      <span>
        {name ??
          (restored &&
            words.versions.restored({
              at: dates.exact(restored.at),
              by: by ?? words.formerMember.toLowerCase(),
            }))}
      </span>
    </p>
  );
}

/** The versions that somebody named, with what may be done with their names. */
export function NamedVersions({
  document,
  named,
  shownSeq,
  canWrite,
}: OfDocument & { named: readonly NamedState[]; shownSeq: number | null; canWrite: boolean }) {
  const withName = named.filter(({ name }) => name !== null);
  if (withName.length === 0) return null;
  return (
    <Plate id="nommees" title={words.versions.named}>
      <ul className="ruled">
        {withName.map(({ id, seq, name, by, at }) => (
          <li key={id}>
            <Link
              to={paths.documentHistory(document, { version: seq })}
              aria-current={seq === shownSeq ? 'true' : undefined}
            >
              {name}
            </Link>
            <p className="muted small">
              {words.versions.namedBy({ by: by ?? words.formerMember.toLowerCase(), at: dates.exact(at) })}
            </p>
            {canWrite && name !== null && <NameActions id={id} name={name} />}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

function NameActions({ id, name }: { id: string; name: string }) {
  return (
    <div className="row history-name-actions">
      <details className="disclosed">
        <summary className="btn quiet sm" aria-label={words.state.renameNamed(name)}>
          {words.state.rename}
        </summary>
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="id" value={id} />
          <input
            className="input"
            name="name"
            defaultValue={name}
            key={name}
            required
            maxLength={200}
            aria-label={words.state.nameLabel}
          />
          <button className="btn sm" type="submit">
            {words.state.rename}
            <span className="vh">, {name}</span>
          </button>
        </Form>
      </details>
      <PostButton
        fields={{ intent: 'remove', id }}
        label={words.state.removeNamed(name)}
        className="btn quiet sm"
      >
        {words.state.remove}
      </PostButton>
    </div>
  );
}
