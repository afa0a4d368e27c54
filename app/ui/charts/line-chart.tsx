interface LineChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** By day, ISO. */
  readonly points: readonly { readonly id: string; readonly on: string; readonly value: number }[];
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly format: (value: number) => string;
  /** The first and the last day in words. */
  readonly ends: readonly [string, string];
}

const WIDTH = 420;
const HEIGHT = 150;
const PAD = { left: 8, right: 64, top: 18, bottom: 26 };

/** Measures over time, on one rope with a knot a measure, and what is aimed at. Its table stands beside it. */
export function LineChart({ id, title, description, points, target, format, ends }: LineChartProps) {
  const times = points.map(({ on }) => Date.parse(on));
  const values = [...points.map(({ value }) => value), ...(target ? [target.value] : []), 0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = (time: number) =>
    PAD.left + 6 + ((time - first) / Math.max(1, last - first)) * (WIDTH - PAD.left - PAD.right - 12);
  const y = (value: number) =>
    HEIGHT - PAD.bottom - ((value - low) / Math.max(1e-9, high - low)) * (HEIGHT - PAD.top - PAD.bottom);
  const latest = points.at(-1);
  return (
    <svg
      className="line-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <line className="grid" x1={PAD.left} x2={WIDTH - PAD.right} y1={y(0)} y2={y(0)} />
      {target && (
        <g>
          <line
            className="target"
            x1={PAD.left}
            x2={WIDTH - PAD.right}
            y1={y(target.value)}
            y2={y(target.value)}
          />
          <text className="m" x={PAD.left} y={y(target.value) - 5}>
            {target.label}
          </text>
        </g>
      )}
      <polyline
        className="rope-line"
        points={points.map(({ on, value }) => `${x(Date.parse(on))},${y(value)}`).join(' ')}
      />
      {points.map((point) => (
        <circle key={point.id} className="knot" cx={x(Date.parse(point.on))} cy={y(point.value)} r={5} />
      ))}
      {latest && (
        <text className="last" x={x(Date.parse(latest.on)) + 10} y={y(latest.value) + 4}>
          {format(latest.value)}
        </text>
      )}
      <text className="m" x={PAD.left} y={HEIGHT - 6}>
        {ends[0]}
      </text>
      {points.length > 1 && (
        <text className="m" x={WIDTH - PAD.right} y={HEIGHT - 6} textAnchor="end">
          {ends[1]}
        </text>
      )}
    </svg>
  );
}
