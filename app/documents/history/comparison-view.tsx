import { ChevronDown, ChevronUp } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { PostButton } from '#app/ui/post-button.tsx';
import { Prose } from '#app/ui/prose.tsx';
import type { ComparedEntry } from '#shared/documents/history/document-comparison.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { ChangeList } from './change-list.tsx';
import type { Comparison } from './comparison-data.ts';
import { useChangeSteps } from './use-change-steps.ts';

interface ComparisonViewProps {
  readonly comparison: Comparison;
  readonly isSideBySide: boolean;
  /** Whether passages may be restored; the form posts to the page it stands on. */
  readonly canRestore: boolean;
}

type Changed = Extract<ComparedEntry, { kind: 'changed' }>;

/** What differs between two states: the text with its changes, their list, and the way from one to the next. */
export function ComparisonView({ comparison, isSideBySide, canRestore }: ComparisonViewProps) {
  const { changes } = comparison;
  const comparisonRef = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const steps = useChangeSteps(comparisonRef, text, changes);
  if (changes.length === 0) return <p className="note info">{words.compare.none}</p>;
  return (
    <div className="comparison" ref={comparisonRef}>
      <div className="row compare-steps">
        <strong>{words.compare.count(changes.length)}</strong>
        <span className="muted small">{words.compare.keys}</span>
        <span className="row push">
          <button
            className="btn sm icon-only"
            type="button"
            onClick={steps.previous}
            aria-label={words.compare.previous}
            title={words.compare.previous}
          >
            <ChevronUp className="icon" aria-hidden="true" />
          </button>
          {steps.current > 0 && (
            <span className="small">{words.compare.position(steps.current, changes.length)}</span>
          )}
          <button
            className="btn sm icon-only"
            type="button"
            onClick={steps.next}
            aria-label={words.compare.next}
            title={words.compare.next}
          >
            <ChevronDown className="icon" aria-hidden="true" />
          </button>
        </span>
      </div>
      <div className="comparison-cols">
        <ComparedText
          comparison={comparison}
          text={text}
          isSideBySide={isSideBySide}
          canRestore={canRestore}
        />
        <ChangeList changes={changes} current={steps.current} onShow={steps.show} />
      </div>
      <p className="vh" role="status">
        {steps.said}
      </p>
    </div>
  );
}

function ComparedText({
  comparison: { entries, changes, from, to },
  text,
  isSideBySide,
  canRestore,
}: ComparisonViewProps & { text: RefObject<HTMLElement | null> }) {
  return (
    <section
      className={isSideBySide ? 'compared-text side-by-side' : 'compared-text'}
      ref={text}
      aria-label={words.compare.text}
    >
      {isSideBySide && (
        <div className="compared-pair compared-heads" aria-hidden="true">
          <strong>{words.compare.before}</strong>
          <strong>{words.compare.after}</strong>
        </div>
      )}
      {entries.map((entry, index) => {
        const own = changes.filter((change) => change.entry === index);
        const key = `${index}-${entry.kind}`;
        if (entry.kind === 'same')
          return <Same key={key} entry={entry} isFirst={index === 0} isLast={index === entries.length - 1} />;
        return (
          <div key={key} className="compared-entry">
            {isSideBySide ? <Pair entry={entry} /> : <Prose className="prose" html={entry.html} />}
            {canRestore && own[0] && (
              <RestorePassage entry={entry} n={own[0].n} from={from?.seq ?? 0} to={to.seq} />
            )}
          </div>
        );
      })}
    </section>
  );
}

/** Blocks that stayed: the neighbours of what changed are context, more than that is folded. */
function Same({
  entry: { html, blocks },
  isFirst,
  isLast,
}: {
  entry: Extract<ComparedEntry, { kind: 'same' }>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const isShort = blocks <= (isFirst || isLast ? 1 : 2);
  if (isShort) return <Prose className="prose" html={html} />;
  return (
    <details className="unchanged">
      <summary>{words.compare.same(blocks)}</summary>
      <Prose className="prose" html={html} />
    </details>
  );
}

function Pair({ entry }: { entry: Changed }) {
  return (
    <div className="compared-pair">
      <div>
        <p className="compared-side">{words.compare.before}</p>
        {entry.before === null ? (
          <p className="muted small">{words.compare.absent}</p>
        ) : (
          <Prose className="prose" html={entry.before} />
        )}
      </div>
      <div>
        <p className="compared-side">{words.compare.after}</p>
        {entry.after === null ? (
          <p className="muted small">{words.compare.gone}</p>
        ) : (
          <Prose className="prose" html={entry.after} />
        )}
      </div>
    </div>
  );
}

function RestorePassage({ entry, n, from, to }: { entry: Changed; n: number; from: number; to: number }) {
  const { before, after, anchor } = entry.places;
  const fields = {
    intent: 'passage',
    from,
    to,
    before: before ?? '',
    after: after ?? '',
    anchor: anchor ?? '',
  };
  return (
    <PostButton
      fields={fields}
      label={words.compare.restoreNumbered(n)}
      className="btn quiet sm"
      formClassName="restore-passage"
    >
      {words.compare.restore}
    </PostButton>
  );
}
