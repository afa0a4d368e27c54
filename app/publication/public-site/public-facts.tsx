import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import type { SheetFacts, SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** [PS1] What a published sheet says in short, as it was frozen: only what is known is there; its theme stands over its title. */
export function PublicFacts({ facts }: { facts: SheetFacts }) {
  const { cities, size, serviceKind, uses, effort, period } = facts;
  const cost = effort.cost > 0 ? experimentLog.money(effort.cost) : null;
  const rows = [
    [useCaseSheet.cities, cities.join(', ')],
    [useCaseSheet.sizeLabel, size && useCaseSheet.sizes[size]],
    [useCaseSheet.serviceKind, serviceKind && useCaseSheet.serviceKinds[serviceKind]],
    [useCaseSheet.usesLabel, uses.map((use) => useCaseSheet.uses[use]).join(', ')],
    [
      useCaseSheet.period,
      period.startsOn &&
        period.endsOn &&
        useCaseSheet.periodText(dayWords.long(period.startsOn), dayWords.long(period.endsOn)),
    ],
    [
      useCaseSheet.effort,
      effort.days > 0 && useCaseSheet.effortText(experimentLog.dayCount(effort.days), cost),
    ],
  ] as const;
  return (
    <section aria-labelledby="en-bref">
      <h2 id="en-bref" className="vh">
        {words.facts}
      </h2>
      <dl className="sheet-facts">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

/** What the use case needs as data: before anything else, for a city that thinks of doing the same. */
export function PublicNeeds({ needs }: { needs: readonly SheetNeed[] }) {
  const { needsHead } = words;
  if (needs.length === 0) return null;
  return (
    <section aria-labelledby="donnees" className="mt-8">
      <h2 id="donnees" className="mb-4">
        {words.needsTitle}
      </h2>
      <RecordTable
        caption={words.needsCaption}
        columns={[
          needsHead.name,
          needsHead.producer,
          needsHead.access,
          needsHead.frequency,
          needsHead.importance,
        ]}
      >
        {needs.map((need) => (
          <tr key={need.name}>
            <th scope="row">
              {need.name}
              {need.links?.map(({ url, name, format }) => (
                <small className="block" key={url}>
                  <a href={url} aria-label={words.linkOf(need.name, name)}>
                    {name}
                  </a>{' '}
                  {format}
                </small>
              ))}
            </th>
            <td data-l={needsHead.producer}>
              {dataset.producerKinds[need.producerKind]}
              {need.producerName && <small className="block">{need.producerName}</small>}
            </td>
            <td data-l={needsHead.access}>
              {dataset.accessShort[need.status]}
              {need.reason && <small className="block">{dataset.accessReasons[need.reason]}</small>}
            </td>
            <td data-l={needsHead.frequency}>{dataset.frequencies[need.frequency]}</td>
            <td data-l={needsHead.importance}>{need.importance === 'essential' ? words.yes : words.no}</td>
          </tr>
        ))}
      </RecordTable>
    </section>
  );
}
