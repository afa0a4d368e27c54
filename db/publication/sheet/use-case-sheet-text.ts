import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import type { EvaluationKey } from '#shared/programme/experiment/evaluation.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { experimentResult } from '#shared/programme/experiment/experiment-result.fr.ts';
import type { SheetFacts, SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { sheetText as words } from '#shared/publication/sheet/sheet-text.fr.ts';
import type { Db } from '../../kernel/client.ts';
import { listDifficulties } from '../../programme/experiment/experiment-difficulties.ts';
import { listEvaluations } from '../../programme/experiment/experiment-evaluations.ts';
import { listIndicators } from '../../programme/experiment/experiment-indicators.ts';
import { listTeam } from '../../programme/experiment/experiment-settings.ts';
import { listPartners } from '../../programme/experiment/experiment-surroundings.ts';
import { type BlockNode, callout, h2, h3, p, table, ul } from '../../seed/builders/prose.ts';
import { readSheetFacts } from './use-case-sheet-facts.ts';

const said = (text: string, hint: string): BlockNode[] =>
  text.trim() === ''
    ? [p(hint)]
    : text
        .trim()
        .split(/\n+/)
        .map((line) => p(line));

const listed = (items: readonly string[], hint: string): BlockNode =>
  items.length === 0 ? p(hint) : ul(...items);

function needRow(need: SheetNeed): string[] {
  const { accessShort, accessReasons, frequencies, licences, producerKinds } = dataset;
  const reason = need.reason ? ` (${accessReasons[need.reason].toLocaleLowerCase('fr')})` : '';
  return [
    need.name,
    [producerKinds[need.producerKind], need.producerName].filter(Boolean).join('\u00a0: '),
    accessShort[need.status] + reason,
    need.schemaName || words.none,
    frequencies[need.frequency],
    licences[need.licence],
    need.importance === 'essential' ? words.yes : words.no,
  ];
}

function needsTable(facts: SheetFacts): BlockNode {
  if (facts.needs.length === 0) return p(words.hints.needs);
  return table({ header: words.needsHeader, rows: facts.needs.map(needRow) });
}

/**
 * [US4] The text that the sheet of an experiment begins with: its fifteen blocks, filled with what the programme's data say, and what
 * to write where they say nothing.
 */
export async function writeSheetText(db: Db, id: Readable<'experiment'>): Promise<readonly BlockJson[]> {
  const fields = { serviceKind: null, uses: [], sizeClass: null };
  const facts = await readSheetFacts(db, { experimentIds: [id], fields });
  if (!facts) return [];
  const [evaluation] = await listEvaluations(db, id);
  const answer = (key: EvaluationKey) => evaluation?.answers[key] ?? '';
  const team = (await listTeam(db, id)).filter(({ hasLeft }) => !hasLeft);
  const partners = await listPartners(db, id);
  const difficulties = await listDifficulties(db, id);
  const indicators = await listIndicators(db, id);
  const { titles, hints } = words;
  const { startsOn, endsOn } = facts.period;
  return [
    callout('key', hints.hook),
    p(hints.image),
    h2(titles.cities),
    listed(facts.cities, hints.cities),
    h2(titles.kind),
    p(words.theme(facts.theme.name)),
    p(hints.kind),
    h2(titles.context),
    p(hints.context),
    h2(titles.objectives),
    ...said(answer('objectives'), hints.objectives),
    h2(titles.service),
    ...said([answer('service_imagined'), answer('service_users')].join('\n'), hints.service),
    h2(titles.data),
    needsTable(facts),
    ...said([answer('production'), answer('standards')].join('\n'), hints.standards),
    h2(titles.approach),
    h3(titles.team),
    listed(
      [
        ...team.map(({ role, organisation }) =>
          [experimentWords.roles[role], organisation?.name].filter(Boolean).join(', '),
        ),
        ...partners.map(({ name, part }) => (part ? `${name}\u00a0: ${part}` : name)),
      ],
      hints.team,
    ),
    h3(titles.calendar),
    p(startsOn && endsOn ? words.period(dayWords.long(startsOn), dayWords.long(endsOn)) : hints.calendar),
    h2(titles.results),
    ...said(answer('results'), hints.results),
    ...(indicators.length === 0
      ? []
      : [
          table({
            header: words.indicatorsHeader,
            rows: indicators.map(({ name, unit, target, measures }) => [
              name,
              measures[0] ? experimentResult.value(measures[0].value, unit) : words.none,
              measures.at(-1) ? experimentResult.value(measures.at(-1)?.value ?? 0, unit) : words.none,
              target === null ? words.none : experimentResult.value(target, unit),
            ]),
          }),
        ]),
    h2(titles.effort),
    table({
      header: words.effortHeader,
      rows: [
        [words.agentDays, experimentLog.dayCount(facts.effort.days)],
        [words.money, experimentLog.money(facts.effort.cost)],
      ],
    }),
    ...said(answer('effort'), hints.effort),
    h2(titles.difficulties),
    listed(
      difficulties.map(({ description, lever }) => (lever ? words.lever(description, lever) : description)),
      hints.difficulties,
    ),
    h2(titles.conditions),
    h3(titles.minimalData),
    ...said(answer('minimal_data'), hints.minimalData),
    h3(titles.perimeter),
    ...said(answer('perimeter'), hints.perimeter),
    h3(titles.constraints),
    ...said(answer('constraints'), hints.constraints),
    h2(titles.generalisation),
    p(hints.generalisation),
    h2(titles.contact),
    p(hints.contact),
    h2(titles.licence),
    p(words.licence(facts.cities.join(', '))),
  ];
}
