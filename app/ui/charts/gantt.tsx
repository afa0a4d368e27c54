import { ScrollBox } from '../late/scroll-box.tsx';

/** A stretch of days, ISO, both included. */
interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface GanttRow {
  readonly id: string;
  readonly label: string;
  readonly planned: Stretch;
  readonly actual: Stretch | null;
  /** What was announced beyond the first plan, and how it is said. */
  readonly slip: (Stretch & { readonly label: string }) | null;
}

interface GanttProps {
  readonly id: string;
  readonly title: string;
  /** One sentence that says what it shows. */
  readonly description: string;
  /** Names the box that small screens scroll. */
  readonly scrollLabel: string;
  readonly rows: readonly GanttRow[];
  readonly span: Stretch;
  /** First days of months, and their short names. */
  readonly months: readonly { readonly day: string; readonly label: string }[];
  readonly today: { readonly day: string; readonly label: string } | null;
}

const LEFT = 190;
const RIGHT = 30;
const WIDTH = 900;
const TOP = 28;
const ROW = 42;
const DAY = 86_400_000;

/** Planned and actual days of steps, one row each. Its table stands beside it: nothing is said here alone. */
export function Gantt({ id, title, description, scrollLabel, rows, span, months, today }: GanttProps) {
  const begin = Date.parse(span.from);
  const length = Math.max(DAY, Date.parse(span.to) + DAY - begin);
  const at = (time: number) =>
    LEFT + (Math.min(Math.max(time - begin, 0), length) / length) * (WIDTH - LEFT - RIGHT);
  const bar = ({ from, to }: Stretch, y: number, height: number, className: string) => {
    const x = at(Date.parse(from));
    const width = Math.max(height, at(Date.parse(to) + DAY) - x);
    return <rect className={className} x={x} y={y} width={width} height={height} rx={height / 2} />;
  };
  const bottom = TOP + rows.length * ROW + 12;
  return (
    <ScrollBox className="gantt-wrap" label={scrollLabel}>
      <svg
        className="gantt"
        viewBox={`0 0 ${WIDTH} ${bottom + 16}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {months.map(({ day, label }) => (
          <g key={day}>
            <line className="grid" x1={at(Date.parse(day))} x2={at(Date.parse(day))} y1={TOP} y2={bottom} />
            <text className="m" x={at(Date.parse(day)) + 6} y={20}>
              {label}
            </text>
          </g>
        ))}
        {rows.map(({ id: row, label, planned, actual, slip }, index) => {
          const y = TOP + 18 + index * ROW;
          const lines = linesOf(label);
          return (
            <g key={row}>
              {lines.map((line, rank) => (
                <text key={line} x={0} y={y + (lines.length === 1 ? 16 : 9 + rank * 16)}>
                  {line}
                </text>
              ))}
              {bar(planned, y, 10, 'plan')}
              {actual && bar(actual, y + 14, 10, 'real')}
              {slip && bar(slip, y + 15, 8, 'slip')}
              {slip && <SlipLabel x={at(Date.parse(slip.to) + DAY) + 8} y={y + 24} text={slip.label} />}
            </g>
          );
        })}
        {today && (
          <g>
            <line
              className="today"
              x1={at(Date.parse(today.day))}
              x2={at(Date.parse(today.day))}
              y1={TOP}
              y2={bottom}
            />
            <text
              className="todayt"
              x={at(Date.parse(today.day))}
              y={bottom + 13}
              textAnchor={at(Date.parse(today.day)) > WIDTH - 80 ? 'end' : 'middle'}
            >
              {today.label}
            </text>
          </g>
        )}
      </svg>
    </ScrollBox>
  );
}

/** Beside the bar, or before the edge where there is no room. */
function SlipLabel({ x, y, text }: { x: number; y: number; text: string }) {
  const isAtEdge = x > WIDTH - 150;
  return (
    <text
      className="slipt"
      x={isAtEdge ? WIDTH : x}
      y={isAtEdge ? y + 14 : y}
      textAnchor={isAtEdge ? 'end' : 'start'}
    >
      {text}
    </text>
  );
}

/** A label in lines of the left column, two at most; the table has it whole. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 25) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, 25));
  }
  return lines.slice(0, 2);
}
