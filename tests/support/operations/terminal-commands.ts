import { readFileSync } from 'node:fs';

/** Programs of package.json that read no database: the server itself, and a page of the documentation. */
const OTHERS = new Set(['server/index.ts', 'server/write-settings-page.ts']);

/** The programs of the commands of the terminal that work on a database, as `boot.cjs` starts them. */
export function terminalCommands(): string[] {
  const boot = readFileSync('boot.cjs', 'utf8');
  const started = [...boot.matchAll(/node: \['(server\/[^']+\.ts)'\]/g)].map(([, program = '']) => program);
  return started.filter((program) => !OTHERS.has(program)).sort();
}
