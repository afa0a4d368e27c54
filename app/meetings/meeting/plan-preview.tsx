import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import type { Frequency } from '#shared/meetings/meeting/series.ts';
import { OverlapList, type ShownOverlap } from './overlap-list.tsx';

const words = meeting.preview;

export interface Preview {
  readonly frequency: Frequency | null;
  readonly day: string;
  readonly spans: readonly {
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly passage: 'first' | 'second' | null;
  }[];
  readonly overlaps: readonly ShownOverlap[];
}

/** What the form would plan, before it is. */
export function PlanPreview({ preview: { frequency, day, spans, overlaps } }: { preview: Preview }) {
  return (
    <section className="plate" aria-labelledby="preview">
      <header>
        <h2 id="preview">{words.title}</h2>
        <span className="muted">{words.count(spans.length)}</span>
      </header>
      <p role="status">
        {frequency ? `${words.rule(frequency, day)}. ` : ''}
        {words.notYet}
      </p>
      <ol className="rope mt-4">
        {spans.map((span) => (
          <li key={span.startsAt.toISOString()}>
            {meeting.span(span)}
            {span.passage && <p className="muted small">{meeting.twice[span.passage]}</p>}
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <OverlapList overlaps={overlaps} />
      </div>
    </section>
  );
}
