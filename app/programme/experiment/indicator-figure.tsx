import type { ReactNode } from 'react';
import { captioned } from '#shared/kernel/captioned.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import type { Indicator, Measure } from '#shared/programme/experiment/indicator.ts';
import { LineChart } from '../../ui/charts/line-chart.tsx';

/** [EX16] Measures as a chart, one sentence and a table; `gesture` is what one can do with one of them. */
export function IndicatorFigure({
  indicator,
  gesture,
}: {
  indicator: Indicator;
  gesture?: (measure: Measure) => ReactNode;
}) {
  const { id, name, unit, target, measures } = indicator;
  const [first, last] = [measures[0], measures.at(-1)];
  if (!first || !last)
    return (
      <p className="muted">
        {words.noMeasure} {target !== null && words.target(target, unit)}
      </p>
    );
  const sentence = words.sentence(
    measures.length,
    words.value(last.value, unit),
    dayWords.long(last.on),
    target === null ? null : words.value(target, unit),
  );
  return (
    <figure {...captioned(sentence)}>
      <LineChart
        id={`indicator-${id}`}
        title={name}
        description={sentence}
        points={measures}
        target={target === null ? null : { value: target, label: words.target(target, unit) }}
        format={(value) => words.value(value, '')}
        ends={[dayWords.short(first.on), dayWords.short(last.on)]}
      />
      <figcaption className="small">{sentence}</figcaption>
      <details className="mt-2">
        <summary>
          {words.asTable}
          <span className="vh">{words.ofIndicator(name)}</span>
        </summary>
        <table>
          <caption className="vh">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.measure}</th>
              {gesture && <th scope="col">{words.gestures}</th>}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure.id}>
                <th scope="row">{dayWords.short(measure.on)}</th>
                <td className="num">{words.value(measure.value, unit)}</td>
                {gesture && <td>{gesture(measure)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
