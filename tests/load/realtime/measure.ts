import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '../../support/find-services.ts';
import { type Contender, Cordee, Hocuspocus, Relay, YWebsocketServer } from './contenders.ts';
import type { Figures } from './figures.ts';
import { endAllNow } from './processes.ts';
import { type Scenario, type Size, scenariosOf } from './scenarios.ts';

export interface Measured {
  readonly scenario: Scenario;
  readonly contender: Contender;
  readonly rounds: Figures[];
}

interface Options {
  readonly size: Size;
  readonly rounds: number;
  /** Parts of names; empty for all. */
  readonly scenarios: readonly string[];
  readonly contenders: readonly string[];
}

/**
 * Runs every scenario on every contender, one after the other and the other way round in the next round, all servers
 * started once: what disturbs the machine disturbs all of them.
 */
export async function measureRealtime(options: Options): Promise<Measured[]> {
  const scenarios = scenariosOf(options.size).filter(({ name }) => isWanted(name, options.scenarios));
  const folder = mkdtempSync(join(tmpdir(), 'cordee-load-'));
  const postgres = await findPostgres();
  const documents = options.rounds * scenarios.reduce((sum, { rooms }) => sum + rooms, 0);
  const contenders: Contender[] = [
    new Relay(folder),
    new Cordee(folder, { postgres: postgres.url, documents }),
    new Cordee(folder, { postgres: null, documents }),
    new Hocuspocus(folder),
    new YWebsocketServer(folder),
  ].filter(({ name }) => isWanted(name, options.contenders));
  const measured = scenarios.flatMap((scenario) =>
    contenders
      .filter((contender) => scenario.isFor(contender))
      .map((contender): Measured => ({ scenario, contender, rounds: [] })),
  );
  const interrupted = new AbortController();
  let cleaning: Promise<void> | null = null;
  const removeAll = async () => {
    endAllNow();
    for (const contender of contenders) await contender.remove();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const clean = () => {
    cleaning ??= removeAll();
    return cleaning;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interrupted.abort();
      void clean().finally(() => process.exit(130));
    });
  try {
    for (const contender of contenders) {
      console.log(`starting ${contender.label}`);
      await contender.prepare();
      await contender.start();
    }
    let step = 0;
    for (let round = 0; round < options.rounds; round++)
      for (const scenario of scenarios) {
        const these = measured.filter((one) => one.scenario === scenario);
        for (const one of round % 2 ? these.reverse() : these) {
          process.stdout.write(
            `[${++step}/${measured.length * options.rounds}] ${scenario.name}, ${one.contender.label}: `,
          );
          one.rounds.push(await attempt(one, interrupted.signal));
        }
      }
  } finally {
    await clean();
  }
  return measured;
}

/** One that fails must not cost the figures of all the others. */
async function attempt({ scenario, contender }: Measured, interrupted: AbortSignal): Promise<Figures> {
  try {
    const figures = await scenario.measure(contender);
    const shown = Object.entries(figures).map(([column, figure]) => `${column} ${shortly(figure)}`);
    console.log(shown.join(', '));
    return figures;
  } catch (error) {
    interrupted.throwIfAborted();
    console.log(`failed: ${error instanceof Error ? error.message : error}`);
    await contender.stop('SIGKILL');
    await contender.start();
    return {};
  }
}

function isWanted(name: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((part) => name.includes(part));
}

/** A figure in as many digits as it deserves; a dash where there is none. */
export function shortly(figure: number | null | undefined): string {
  if (figure === null || figure === undefined) return '–';
  const digits = figure === 0 || Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return figure.toLocaleString('en', { maximumFractionDigits: digits });
}
