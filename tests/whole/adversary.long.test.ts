import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { judgeSilence } from '#app/realtime/silence.ts';
import { watchHeldMemory } from '#tests/support/adversary/held-memory.ts';
import { startAdversaries } from '#tests/support/adversary/start-adversaries.ts';
import { FULL } from '#tests/support/adversary/strength.ts';
import { Typist } from '#tests/support/adversary/typing-pair.ts';
import { takingAddresses } from '#tests/support/kernel/taking-addresses.ts';
import { until } from '#tests/support/patience.ts';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

/** What an operator gives Node, and what Cordée promises to hold in all then, in megabytes: as much again. */
const HEAP = 512;
const IN_ALL = 1_024;
const isLong = Boolean(process.env.TEST_LONG);
/** How long they attack, and between two letters of one typist. */
const ATTACK_MS = isLong ? 180_000 : 20_000;
const LETTER_MS = 120;

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
beforeAll(async () => {
  demonstration = await startDemonstration({
    NODE_OPTIONS: `--max-old-space-size=${HEAP} --max-semi-space-size=8`,
  });
  names = await sampleNames(demonstration);
});
afterAll(() => demonstration.close());

/** Pages and searches that ask most of the server. */
const heavyPages = () => [
  '/recherche?q=arbre',
  '/recherche?q=de+la+ville&page=2',
  '/pilotage',
  '/pilotage/signaux',
  '/pilotage.ods',
  '/pilotage.pdf',
  '/experimentations',
  `/groupes/${names.groupe}`,
  `/groupes/${names.groupe}/animation`,
  `/documents/${names.document}`,
  `/documents/${names.document}/historique`,
  `/tableaux/${names.tableau}`,
  '/donnees',
  '/nouveautes',
];

/** A new document of the group, and the two who write in it. */
async function typingPair(): Promise<{ room: string; pair: [Typist, Typist] }> {
  const made = await demonstration.ask('coordinator', `/api/v1/groups/${names.groupe}/documents`, {
    method: 'POST',
    headers: { origin: demonstration.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'À deux' }),
  });
  const { room } = JSON.parse(made.text) as { room: string };
  const place = { port: Number(new URL(demonstration.origin).port), room };
  const nadia = await Typist.open(place, await demonstration.cookie('team'), 'n');
  await nadia.begin();
  const yann = await Typist.open(place, await demonstration.cookie('otherCity'), 'y');
  return { room, pair: [nadia, yann] };
}

const timesIn = (text: string, sign: string) => text.split(sign).length - 1;
const shown = (milliseconds: number) => Math.round(milliseconds);

test(`[SC21] with ${HEAP} MB of heap and ${IN_ALL} in all, whoever attacks, a pair goes on typing and nothing of theirs is lost`, async () => {
  const { pid, origin, output } = demonstration;
  const adversaries = await startAdversaries({
    origin,
    groupId: names.groupe ?? '',
    strength: FULL,
    taking: await takingAddresses(demonstration, names),
    pages: heavyPages(),
    // One alone, to see what it costs: `TEST_ATTACK='7 MB'`.
    only: process.env.TEST_ATTACK ?? '',
  });
  onTestFinished(() => adversaries.end());
  const { room, pair } = await typingPair();
  const held = watchHeldMemory(pid);
  for (const typist of pair) typist.type(LETTER_MS);
  adversaries.begin();
  await pause(ATTACK_MS);
  const report = await adversaries.stop();
  for (const typist of pair) typist.pause();
  await Promise.all(pair.map((typist) => typist.acknowledged()));
  const memory = await held();

  const waits = pair.flatMap((typist) => typist.waits).toSorted((one, other) => one - other);
  const at = (percent: number) => shown(waits[Math.floor((waits.length * percent) / 100)] ?? 0);
  const most = waits.at(-1) ?? 0;
  console.log(
    `${waits.length} letters acknowledged: p50 ${at(50)}, p95 ${at(95)}, at most ${shown(most)} ms; ${waits.filter((wait) => wait > 1_000).length} after more than a second; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    `held at most ${shown(memory.total)} MB of ${IN_ALL} (${memory.looks} looks): ${memory.parts.join(', ')}`,
  );
  for (const { name, rounds, tally } of report)
    console.log(`${name}: ${rounds} rounds, ${JSON.stringify(tally)}`);

  const outcomes = report.map(({ tally }) => Object.keys(tally));
  expect(outcomes.filter((own) => own.length === 0)).toEqual([]);
  expect(outcomes.flat().filter((one) => /failed|\b50[0-24-9]\b/.test(one))).toEqual([]);
  expect(demonstration.isRunning()).toBe(true);
  expect((await demonstration.ask('visitor', '/healthz')).status).toBe(200);
  expect(
    output()
      .split('\n')
      .filter((line) => /"level":60|out of memory|FATAL ERROR/i.test(line)),
  ).toEqual([]);
  expect(pair.map(({ closed }) => closed)).toEqual([null, null]);
  // Whatever an adversary does, the page of the pair never takes the server for dead.
  const silence = { isWaiting: true, isUnanswered: false };
  expect(judgeSilence(Date.now() - most, silence).isDead).toBe(false);
  expect(memory.total).toBeLessThan(IN_ALL);

  const place = { port: Number(new URL(origin).port), room };
  const third = await Typist.open(place, await demonstration.cookie('coordinator'), 'c');
  const isWhole = (typist: Typist) =>
    pair.every(({ sign, waits }) => timesIn(typist.text, sign) === waits.length);
  await until('the pair has one text', () => pair[0].text === pair[1].text);
  expect(isWhole(third)).toBe(true);
  expect(third.text).toBe(pair[0].text);
});
