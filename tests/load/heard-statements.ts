import pg from 'pg';

/**
 * Loaded before a server that is measured (`node --import`): tells whoever started it which statements it asks. It is
 * told `hear` and `tell`; between the two, what is read is kept.
 */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

let heard: Statement[] | null = null;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, given] = args as [Partial<Statement> | string, unknown];
  const text = typeof asked === 'string' ? asked : (asked.text ?? '');
  const values = Array.isArray(given) ? given : typeof asked === 'string' ? [] : (asked.values ?? []);
  if (/^\s*(select|with|\()/i.test(text)) heard?.push({ text, values });
  return (query as (...all: unknown[]) => unknown).apply(this, args);
} as typeof query;

process.on('message', (what) => {
  if (what === 'hear') heard = [];
  else if (what === 'tell') {
    process.send?.(heard ?? []);
    heard = null;
  }
});
