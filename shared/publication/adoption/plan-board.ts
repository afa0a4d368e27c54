import type { BoardTemplate } from '../../boards/board-start.ts';
import type { SheetNeed } from '../sheet/sheet-facts.ts';
import { adoptionPlan as words } from './adoption-plan.fr.ts';
import { CONDITIONS, type Condition, type FeasibilityAnswers } from './feasibility.ts';
import { whomToAsk } from './whom-to-ask.ts';

/** What a plan is made from: a check, and what the sheet says. */
export interface PlanSource {
  /** Whole address of the published sheet. */
  readonly sheetUrl: string;
  readonly cities: readonly string[];
  readonly needs: readonly SheetNeed[];
  readonly answers: FeasibilityAnswers;
  readonly note: string;
  /** Days and money in words; empty when the sheet does not say. */
  readonly effort: string;
  /** How the sheet’s cities went about it, as plain text; empty when the sheet does not say. */
  readonly approach: string;
  /** Structures that help nearby, by name. */
  readonly facilitators: readonly string[];
}

type Card = BoardTemplate['cards'][number];
const [TO_OBTAIN, TO_PREPARE] = [0, 1];
/** A card is read at a glance; the sheet has the rest. */
const APPROACH_MAX = 3_000;

/**
 * [RP8] The board of a plan: a card for each data set that is not there, with whom to ask; one for each condition that is not met;
 * and the steps that the sheet leads to. Every card leads back to the sheet.
 */
export function planBoard(source: PlanSource): Pick<BoardTemplate, 'columns' | 'labels' | 'cards'> {
  const { columns, labels } = words;
  return {
    columns: [
      { name: columns.obtain, colour: 'ochre' },
      { name: columns.prepare, colour: 'blue' },
      { name: columns.doing, colour: 'plum' },
      { name: columns.done, colour: 'moss', done: true },
    ],
    labels: [
      { name: labels.essential, colour: 'ochre' },
      { name: labels.useful, colour: 'blue' },
      { name: labels.condition, colour: 'plum' },
      { name: labels.step, colour: 'moss' },
    ],
    cards: [...dataCards(source), ...conditionCards(source), ...stepCards(source)],
  };
}

const described = (source: PlanSource, ...lines: readonly string[]) =>
  [...lines.filter(Boolean), words.sheet(source.sheetUrl)].join('\n');

function dataCards(source: PlanSource): Card[] {
  const { needs, answers, facilitators } = source;
  const said = new Set(answers.data.map(({ name }) => name));
  const asks = new Map(whomToAsk(needs, answers).map((ask) => [ask.name, ask]));
  const help = facilitators.length > 0 ? words.help(facilitators) : '';
  return needs.flatMap(({ name, importance }): Card[] => {
    const ask = asks.get(name);
    const labels = [words.labels[importance]];
    if (ask) {
      const description = described(source, words.ask(ask), help);
      return [{ column: TO_OBTAIN, title: words.obtain(name), description, labels, steps: words.askSteps }];
    }
    if (said.has(name)) return [];
    const description = described(source, words.unknownText, help);
    return [{ column: TO_OBTAIN, title: words.find(name), description, labels, steps: [] }];
  });
}

function conditionCards(source: PlanSource): Card[] {
  const { answers, effort, note } = source;
  const more: Record<Condition, string> = {
    perimeter: note,
    means: effort && words.effort(effort),
    constraints: '',
  };
  return CONDITIONS.filter((condition) => answers.conditions[condition] !== 'met').map((condition) => ({
    column: TO_PREPARE,
    title: words.conditions[condition],
    description: described(source, more[condition]),
    labels: [words.labels.condition],
    steps: [],
  }));
}

function stepCards(source: PlanSource): Card[] {
  const { approach, cities } = source;
  const step = (title: string, text: string, steps: readonly string[] = []): Card => ({
    column: TO_PREPARE,
    title,
    description: described(source, text),
    labels: [words.labels.step],
    steps,
  });
  return [
    step(words.call(cities), words.callText),
    step(words.team, words.teamText, words.teamSteps),
    step(words.follow, approach.slice(0, APPROACH_MAX)),
    step(words.tell, words.tellText),
  ];
}
