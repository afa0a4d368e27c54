import type { Span } from '#shared/boards/view/calendar.ts';
import { type PlacedBar, shareOf } from '#shared/boards/view/schedule.ts';
import type { Segment } from '../use-window.ts';

interface TimelineLinksProps {
  readonly bars: readonly PlacedBar[];
  readonly span: Span;
  /** The rows that are drawn. */
  readonly rows: readonly Segment[];
  readonly rowHeight: number;
}

/** From the end of a card to the beginning of each that waits for it, among the rows that are drawn; said in words elsewhere. */
export function TimelineLinks({ bars, span, rows, rowHeight }: TimelineLinksProps) {
  const drawn = new Map(
    rows.flatMap(({ index }) => {
      const bar = bars[index];
      return bar ? [[bar.card.id, { bar, index }] as const] : [];
    }),
  );
  const middle = (index: number) => (index + 0.5) * rowHeight;
  const links = [...drawn.values()].flatMap(({ bar, index }) =>
    bar.card.blockedBy.flatMap((id) => {
      const blocker = drawn.get(id);
      if (!blocker) return [];
      const from = shareOf(blocker.bar.span, span);
      const to = shareOf(bar.span, span);
      const end = from.left + from.width;
      return [
        {
          key: `${id} ${bar.card.id}`,
          path: `M${end} ${middle(blocker.index)}H${Math.max(end, to.left)}V${middle(index)}H${to.left}`,
        },
      ];
    }),
  );
  if (links.length === 0) return null;
  return (
    <div className="timeline-links">
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${bars.length * rowHeight}`}
        preserveAspectRatio="none"
        height={bars.length * rowHeight}
      >
        {links.map(({ key, path }) => (
          <path key={key} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
    </div>
  );
}
