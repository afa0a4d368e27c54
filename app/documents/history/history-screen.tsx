import { Link } from 'react-router';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { paths } from '#shared/paths.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Asked } from '../../ui/field.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import { ReadingView } from '../reading-view.tsx';
import { DoneNotice } from './done-notice.tsx';
import type { HistoryDone, ListedVersion, NamedState, ShownState } from './history-data.ts';
import { MinuteSteps } from './minute-steps.tsx';
import { peopleNames } from './people-names.ts';
import { StateActions } from './state-actions.tsx';
import { NamedVersions, VersionList } from './version-list.tsx';

interface HistoryScreenProps {
  readonly document: { readonly id: string; readonly title: string };
  readonly canWrite: boolean;
  readonly head: { readonly seq: number; readonly at: Date } | null;
  readonly shown: ShownState | null;
  readonly versions: readonly ListedVersion[];
  readonly named: readonly NamedState[];
  readonly older: number | null;
  readonly isNewest: boolean;
  readonly now: Date;
  readonly done: HistoryDone | null;
}

/** The past of a document: one state of it, read, and beside it the versions and minutes that can be. */
export function HistoryScreen(props: HistoryScreenProps) {
  const { document, shown, versions, named, older, isNewest, done, canWrite } = props;
  return (
    <div className="cols history">
      <section className="plate" aria-labelledby="etat">
        {done && (
          <ShownAnswer answer={done}>
            <DoneNotice document={document} done={done} />
          </ShownAnswer>
        )}
        {shown ? <State {...props} shown={shown} /> : <p className="muted">{words.versions.empty}</p>}
      </section>
      <aside className="stack-lg" aria-label={words.versions.title} id="versions">
        {named.length > 0 && (
          <NamedVersions
            document={document}
            named={named}
            shownSeq={shown?.seq ?? null}
            canWrite={canWrite}
          />
        )}
        {versions.length > 0 && (
          <section className="plate" aria-labelledby="toutes">
            <header>
              <h2 id="toutes">{words.versions.title}</h2>
              {!isNewest && <Link to={paths.documentHistory(document)}>{words.versions.newest}</Link>}
            </header>
            <VersionList
              document={document}
              versions={versions}
              named={named}
              shown={shown}
              isNewest={isNewest}
            />
            {older !== null && (
              <p className="mt-4">
                <Link to={paths.documentHistory(document, { before: older })}>{words.versions.older}</Link>
              </p>
            )}
          </section>
        )}
        {shown && <InstantForm document={document} at={shown.at} />}
      </aside>
    </div>
  );
}

function State({
  document,
  canWrite,
  head,
  shown,
  versions,
  named,
  done,
}: HistoryScreenProps & { shown: ShownState }) {
  const own = named.find(({ seq, name }) => seq === shown.seq && name !== null);
  const writers: readonly (PersonBadge | null)[] =
    versions.find(({ seq }) => seq === shown.version)?.writers ?? [];
  const at = dates.exact(shown.at);
  const isCurrent = shown.seq === head?.seq;
  return (
    <>
      <header>
        <h2 id="etat">{own?.name ?? words.state.of(at)}</h2>
        <a className="to-versions" href="#versions">
          {words.versions.title}
        </a>
      </header>
      <p className="muted">
        {isCurrent && <span className="badge success">{words.versions.current}</span>}{' '}
        {own && words.state.of(at)} {writers.length > 0 && words.state.by(peopleNames(writers))}
      </p>
      <MinuteSteps document={document} shown={shown} />
      <StateActions
        document={document}
        shown={shown}
        headSeq={head?.seq ?? shown.seq}
        isCurrent={isCurrent}
        canWrite={canWrite}
        refusedName={done && 'error' in done && done.field === 'name' ? done.error : null}
      />
      <article className="card state-text" aria-label={words.state.textOf(at)} id="texte-version">
        {shown.blocks.length === 0 ? (
          <p className="muted">{words.state.isEmpty}</p>
        ) : (
          <ReadingView key={shown.seq} blocks={shown.blocks} />
        )}
      </article>
    </>
  );
}

/** Any minute, by the clock: also those that are too long ago for the list. */
function InstantForm({ document, at }: { document: { id: string; title: string }; at: Date }) {
  return (
    <form className="plate" action={paths.documentHistory(document)}>
      <div className="field">
        <label htmlFor="instant">
          <Asked required>{words.versions.goTo}</Asked>
        </label>
        <p className="hint" id="instant-hint">
          {words.versions.goToHint}
        </p>
        <div className="row">
          <input
            className="input"
            type="datetime-local"
            id="instant"
            name="instant"
            required
            aria-describedby="instant-hint"
            defaultValue={parisWall(at)}
            key={parisWall(at)}
          />
          <button className="btn" type="submit">
            {words.versions.go}
          </button>
        </div>
      </div>
    </form>
  );
}
