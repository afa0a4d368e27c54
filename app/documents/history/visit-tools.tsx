import { History, X } from 'lucide-react';
import { type ComponentType, useEffect, useState } from 'react';
import { Link, useFetcher } from 'react-router';
import { documentPast as words } from '#shared/documents/document-past.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { Comparison } from './comparison-data.ts';
import type { SinceVisit } from './since-data.ts';
import { useReading } from './use-reading.ts';

export interface VisitToolsProps {
  readonly document: { readonly id: string; readonly title: string };
  readonly room: LiveRoom;
}

type Since = NonNullable<SinceVisit['since']>;
type View = ComponentType<{ comparison: Comparison; isSideBySide: boolean; canRestore: boolean }>;

/**
 * [V8] What others changed since the last visit, asked of the server while the page is live: a page that was kept on the device
 * says nothing of it. Reading is noted once that is known, so that a visit never hides what it is about.
 */
export function VisitTools({ document, room }: VisitToolsProps) {
  const [since, setSince] = useState<Since | null>(null);
  const [isAsked, setAsked] = useState(false);
  useReading(isAsked ? document.id : null, room);
  useEffect(() => {
    const asking = new AbortController();
    fetch(paths.documentVisit({ id: document.id }), { signal: asking.signal })
      .then(async (answer) => {
        if (!answer.ok) return;
        const { since }: SinceVisit = await answer.json();
        setSince(since);
        setAsked(true);
      })
      // The line is gone: nothing is known, so nothing is said and nothing noted.
      .catch(() => undefined);
    return () => asking.abort();
  }, [document.id]);
  return since && <SinceBanner document={document} since={since} onClose={() => setSince(null)} />;
}

function SinceBanner({
  document,
  since,
  onClose,
}: Pick<VisitToolsProps, 'document'> & { since: Since; onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const names = since.by.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name));
  const address = paths.documentComparison(document, { from: since.seq, to: since.to });
  return (
    <section className="since-visit" aria-label={words.since.title(dates.exact(new Date(since.at)))}>
      <div className="note info" role="status">
        <History className="icon" aria-hidden="true" />
        <div className="row">
          <p>
            <strong>{words.since.title(dates.exact(new Date(since.at)))}</strong>{' '}
            {words.since.by(since.changes, names.length > 0 ? words.people(names) : words.since.others)}
          </p>
          <button className="btn sm" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.since.hide : words.since.show}
          </button>
          <button
            className="btn quiet sm icon-only"
            type="button"
            onClick={onClose}
            aria-label={words.since.close}
            title={words.since.close}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </div>
      </div>
      {isOpen && <InPlace address={address} />}
    </section>
  );
}

/** The comparison in the page itself, above the text that is being written. */
function InPlace({ address }: { address: string }) {
  const { load, data, state } = useFetcher<{ comparison: Comparison | null }>();
  const [View, setView] = useState<View | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    void load(address);
    import('./comparison-view.tsx').then(
      ({ ComparisonView }) => setView(() => ComparisonView),
      () => setFailed(true),
    );
  }, [address, load]);
  const comparison = data?.comparison;
  if (hasFailed || (data && !comparison)) return <p role="alert">{words.since.failed}</p>;
  return (
    <div className="since-changes">
      {comparison && View ? (
        <>
          <View comparison={comparison} isSideBySide={false} canRestore={false} />
          <p className="mt-4">
            <Link to={address}>{words.since.whole}</Link>
          </p>
        </>
      ) : (
        <p className="muted" role="status" data-state={state}>
          {words.since.loading}
        </p>
      )}
    </div>
  );
}
