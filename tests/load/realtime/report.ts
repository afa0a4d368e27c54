import { cpus } from 'node:os';
import type { Contender } from './contenders.ts';
import { type Measured, shortly } from './measure.ts';
import type { Scenario } from './scenarios.ts';

/** The medians of one contender in one scenario. */
export interface Row {
  readonly contender: Contender;
  readonly medians: Readonly<Record<string, number | null>>;
}

export interface Section {
  readonly scenario: Scenario;
  readonly rows: readonly Row[];
}

/** Medians over the rounds, by scenario. */
export function sectionsOf(measured: readonly Measured[]): Section[] {
  return [...new Set(measured.map(({ scenario }) => scenario))].map((scenario) => ({
    scenario,
    rows: measured
      .filter((one) => one.scenario === scenario)
      .map(({ contender, rounds }) => ({
        contender,
        medians: Object.fromEntries(
          Object.keys(scenario.columns).map((column) => [
            column,
            median(rounds.flatMap((figures) => figures[column] ?? [])),
          ]),
        ),
      })),
  }));
}

function median(figures: readonly number[]): number | null {
  return figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? null;
}

/** What stands before the figures: where and how they were taken. */
export function circumstances(rounds: number): string {
  const cores = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cores.length} cores (${cores[0]?.model.trim()}), Node ${process.versions.node}, median of ${rounds} round${rounds > 1 ? 's' : ''}`;
}

/** One Markdown table a scenario. Ratios: to the bare relay, and to the best of the other servers that store. */
export function markdownOf(sections: readonly Section[]): string {
  return sections
    .map(({ scenario, rows }) => {
      const columns = Object.entries(scenario.columns).filter(([column]) =>
        rows.some(({ medians }) => medians[column] !== null),
      );
      const [main = ''] = Object.keys(scenario.columns);
      const relay = rows.find(({ contender }) => contender.name === 'relay')?.medians[main] ?? null;
      const peers = rows.flatMap(({ contender, medians }) =>
        contender.isOurs || !contender.isDurable ? [] : (medians[main] ?? []),
      );
      const best = peers.length > 0 ? Math.min(...peers) : null;
      const headings = [
        ...columns.map(([, heading]) => heading),
        ...(relay === null ? [] : ['to the relay']),
      ];
      if (best !== null) headings.push('to the best peer');
      const lines = rows.map(({ contender, medians }) => {
        const own = medians[main] ?? null;
        const cells = columns.map(([column]) => shortly(medians[column]));
        if (relay !== null) cells.push(contender.name === 'relay' ? '' : ratio(own, relay));
        if (best !== null) cells.push(contender.isOurs ? ratio(own, best) : '');
        const name = contender.isOurs ? `**${contender.label}**` : contender.label;
        return `| ${[name, ...cells].join(' | ')} |`;
      });
      const head = [`| ${['', ...headings].join(' | ')} |`, `|${'---|'.repeat(headings.length + 1)}`];
      return [`**${scenario.title}**`, '', ...head, ...lines].join('\n');
    })
    .join('\n\n');
}

function ratio(own: number | null, other: number): string {
  return own === null || other === 0 ? '' : `${(own / other).toFixed(2)} ×`;
}

/** Everything, rounds included, for a program. */
export function jsonOf(measured: readonly Measured[], rounds: number): string {
  const results = measured.map(({ scenario, contender, rounds: figures }) => ({
    scenario: scenario.name,
    title: scenario.title,
    contender: contender.name,
    rounds: figures,
  }));
  return `${JSON.stringify({ circumstances: circumstances(rounds), results }, null, 2)}\n`;
}
