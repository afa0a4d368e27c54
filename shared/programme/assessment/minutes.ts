import type { BlockJson } from '../../documents/text/document-blocks.ts';
import { assessment } from './assessment.fr.ts';
import { committee } from './committee.fr.ts';
import { sorted } from './order.ts';
import type { SheetRow } from './sheet.ts';

const words = committee.text;

/** [AS15] The minutes of a committee, as its sheet stands for whoever writes them: what they are recused from is left out. */
export function committeeMinutes({
  settings,
  criteria,
  rows,
}: {
  readonly settings: { readonly heldOn: string | null; readonly attendees: string; readonly remarks: string };
  readonly criteria: readonly { readonly title: string; readonly weight: number }[];
  readonly rows: readonly SheetRow[];
}): BlockJson[] {
  const lines = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');
  const ordered = sorted(rows, 'moyenne');
  const isAnnounced = ordered.some(({ announced }) => announced !== null);
  const decided = (row: (typeof rows)[number]) => {
    const said = row.decision?.outcome ? row.decision : row.announced;
    return said?.outcome ? committee.outcomeOf(said.outcome, said.waitingRank) : committee.undecided;
  };
  const seen = ordered.filter(({ recusal, isBlind }) => recusal === null && !isBlind);
  const recusals = ordered.flatMap((row) => row.recusedNames.map((name) => words.recusal(name, row.number)));
  return [
    p(settings.heldOn ? words.held(new Date(`${settings.heldOn}T12:00:00Z`)) : words.heldNever),
    ...(isAnnounced ? [] : [p(words.draft)]),
    h2(words.attendees),
    ...(lines(settings.attendees).length > 0
      ? lines(settings.attendees).map((line) => p(line))
      : [p(words.nobody)]),
    h2(words.criteria),
    table({
      header: [words.criterion, words.weight],
      rows: criteria.map(({ title, weight }) => [title, words.weightOf(weight)]),
    }),
    h2(words.results),
    table({
      header: [
        committee.columns.application,
        words.assessors,
        committee.columns.average,
        committee.columns.spread,
        committee.columns.decision,
      ],
      rows: ordered.map((row) => [
        `${row.number} ${row.title} (${row.organisation.name})`,
        row.assessors.map(({ name, score }) => `${name} ${assessment.figure(score)}`).join(', '),
        assessment.figure(row.summary?.average ?? null),
        assessment.figure(row.summary?.spread ?? null),
        row.recusal ? words.hidden : row.isBlind ? committee.blind : decided(row),
      ]),
    }),
    h2(words.recusals),
    ...(recusals.length > 0 ? recusals.map((line) => p(line)) : [p(words.noRecusal)]),
    h2(words.motivations),
    ...seen.flatMap((row) => {
      const motivation = lines((row.decision ?? row.announced)?.motivation ?? '');
      return [
        h2(words.decided(row.number, row.title, decided(row))),
        ...(motivation.length > 0 ? motivation.map((line) => p(line)) : [p(words.noMotivation)]),
      ];
    }),
    ...(lines(settings.remarks).length > 0
      ? [h2(words.remarks), ...lines(settings.remarks).map((line) => p(line))]
      : []),
  ];
}

const p = (said: string): BlockJson => ({
  type: 'paragraph',
  ...(said !== '' && { content: [{ type: 'text', text: said }] }),
});

const h2 = (said: string): BlockJson => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text: said }],
});

function table({
  header,
  rows,
}: {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}): BlockJson {
  const cell = (type: string, said: string): BlockJson => ({ type, content: [p(said)] });
  const row = (content: BlockJson[]): BlockJson => ({ type: 'tableRow', content });
  return {
    type: 'table',
    content: [
      row(header.map((said) => cell('tableHeader', said))),
      ...rows.map((cells) =>
        row(cells.map((said, at) => cell(at === 0 ? 'tableHeader' : 'tableCell', said))),
      ),
    ],
  };
}
