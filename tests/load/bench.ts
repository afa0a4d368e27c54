/**
 * `npm run bench`: the project's figures on this machine. `npm run bench -- pages`, `groups`, `documents`, `boards`,
 * `crawlers`, `moments`, `conversions`, `search`, `national`, `plenary`, `editors` or `realtime` takes a part of them. Figures of one run compare with one another; those of two runs do not (docs/performance.md).
 *
 * --quick        less of everything; for realtime about a minute and a half
 * --long         also 2,000 documents
 * --present n    plenary: how many people (300 over one instance, then 1,000 over three)
 * --instances n  plenary: over how many instances, with --present (1)
 * --objects n    search: among how many (100,000)
 * --rounds n     realtime: how often (3)
 * --only a,b     realtime: scenarios whose names have one of these in them
 * --servers a,b  realtime: servers whose names have one of these in them
 * --json file    realtime: everything measured, for a program
 * --write        realtime: puts tables and plot into docs/
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureBoards } from './boards.ts';
import { measureConversions } from './conversions.ts';
import { measureCrawlers } from './crawlers.ts';
import { openDemo } from './demo.ts';
import { measureDocuments } from './documents.ts';
import { measureLargeGroup } from './large-group.ts';
import { measureMoments } from './moments.ts';
import { measureNational } from './national.ts';
import { measurePages } from './pages.ts';
import { measurePlenary } from './plenary/measure-plenary.ts';
import { measureSearch } from './search.ts';

const PARTS = [
  'pages',
  'groups',
  'documents',
  'boards',
  'crawlers',
  'moments',
  'conversions',
  'search',
  'national',
  'plenary',
  'editors',
  'realtime',
] as const;
const PAGE = 'docs/performance.md';
const PLOT = 'docs/realtime.svg';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    present: { type: 'string' },
    instances: { type: 'string', default: '1' },
    objects: { type: 'string' },
    only: { type: 'string', default: '' },
    servers: { type: 'string', default: '' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((part) => !PARTS.some((known) => known === part));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not one of ${PARTS.join(', ')}`);
  process.exit(2);
}
const wants = (part: (typeof PARTS)[number]) => positionals.length === 0 || positionals.includes(part);
const list = (text: string) => text.split(',').filter(Boolean);

if (wants('pages') || wants('documents') || wants('boards') || wants('crawlers') || wants('moments'))
  await browsers();
if (wants('groups')) await measureLargeGroup({ rounds: options.quick ? 10 : 60 });
if (wants('conversions')) await measureConversions({ rounds: options.quick ? 1 : 5 });
if (wants('search'))
  await measureSearch({ objects: Number(options.objects ?? (options.quick ? 5_000 : 100_000)) });
if (wants('national'))
  await measureNational({ rounds: options.quick ? 3 : 20, share: options.quick ? 0.02 : 1 });
if (wants('plenary')) await plenary();
if (wants('editors')) await editors();
if (wants('realtime')) await realtime();

async function browsers(): Promise<void> {
  const demo = await openDemo();
  const rounds = options.quick ? 1 : 5;
  try {
    if (wants('pages')) await measurePages(demo, { rounds });
    if (wants('documents'))
      await measureDocuments(demo, options.quick ? { rounds: 1, keys: 60 } : { rounds: 3, keys: 120 });
    if (wants('boards')) await measureBoards(demo, { rounds, drops: options.quick ? 10 : 30 });
    if (wants('moments')) await measureMoments(demo, { rounds: options.quick ? 2 : 10 });
    if (wants('crawlers')) await measureCrawlers(demo, { seconds: options.quick ? 3 : 10 });
  } finally {
    await demo.close();
  }
}

async function plenary(): Promise<void> {
  const seconds = options.quick ? 10 : 60;
  const of = (people: number, instances: number) =>
    measurePlenary({
      people,
      together: Math.min(100, Math.ceil(people / 3)),
      documents: Math.min(201, people),
      boards: Math.min(20, people),
      oneWriterIn: 5,
      isBrowsed: true,
      seconds,
      instances,
    });
  if (options.present) return of(Number(options.present), Number(options.instances));
  await of(options.quick ? 60 : 300, 1);
  if (!options.quick) await of(1_000, 3);
}

/** Twenty people who all write in one text: how much memory that takes. */
async function editors(): Promise<void> {
  const all = {
    people: 20,
    together: 20,
    documents: 1,
    boards: 0,
    oneWriterIn: 1,
    isBrowsed: false,
    instances: 1,
  };
  await measurePlenary({ ...all, seconds: options.quick ? 10 : 60 });
}

async function realtime(): Promise<void> {
  // Loaded when wanted: it takes a processor core for itself, which the browser of the pages would miss.
  const { measureRealtime } = await import('./realtime/measure.ts');
  const { circumstances, jsonOf, markdownOf, sectionsOf } = await import('./realtime/report.ts');
  const { plotOf } = await import('./realtime/plot.ts');
  const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
  const measured = await measureRealtime({
    size: options.quick ? 'quick' : options.long ? 'long' : 'normal',
    rounds,
    scenarios: list(options.only),
    contenders: list(options.servers),
  });
  const sections = sectionsOf(measured);
  const tables = markdownOf(sections);
  console.log(`\n${circumstances(rounds)}\n\n${tables}`);
  if (options.json) writeFileSync(options.json, jsonOf(measured, rounds));
  if (!options.write) return;
  writeFileSync(PLOT, plotOf(sections, circumstances(rounds)));
  const page = readFileSync(PAGE, 'utf8');
  const place = /(<!-- realtime: written by npm run bench -->\n)[\s\S]*?(\n<!-- \/realtime -->)/;
  if (!place.test(page)) throw new Error(`${PAGE} has no place for the tables`);
  writeFileSync(
    PAGE,
    page.replace(place, (_all, start, end) => `${start}\n${circumstances(rounds)}.\n\n${tables}\n${end}`),
  );
}
