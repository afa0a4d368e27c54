import { shortly } from './measure.ts';
import type { Section } from './report.ts';

const WIDTH = 960;
const PANEL = { width: 460, gap: 40, head: 46, bar: 26 } as const;
const LABEL_WIDTH = 190;
const BAR_WIDTH = 190;

const STYLE = `
  .ground { fill: #ffffff } .ink { fill: #1d2328 } .soft { fill: #59636b } .peer { fill: #9aa5ad } .ours { fill: #00696e }
  text { font: 13px system-ui, sans-serif } .title { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #15191c } .ink { fill: #eef1f3 } .soft { fill: #a8b2b9 } .peer { fill: #5d6870 } .ours { fill: #4fb8bd }
  }`;

/** Bars of the first column of every scenario, two scenarios a line. Shorter is better; readable without colour or script. */
export function plotOf(sections: readonly Section[], subtitle: string): string {
  let y = 70;
  const panels: string[] = [];
  for (let first = 0; first < sections.length; first += 2) {
    const pair = sections.slice(first, first + 2);
    for (const [place, section] of pair.entries())
      panels.push(panel(section, 20 + place * (PANEL.width + PANEL.gap - 20), y));
    y += PANEL.head + PANEL.bar * Math.max(...pair.map(({ rows }) => rows.length)) + 24;
  }
  const desc = sections.map(({ scenario, rows }) => `${scenario.title}: ${spoken(rows, scenario.columns)}.`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-labelledby="title desc">
<title id="title">Cordée’s live rooms beside other servers: shorter bars are better</title>
<desc id="desc">${escaped(desc.join(' '))}</desc>
<style>${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${y}"/>
<text class="ink title" x="20" y="30" style="font-size:17px">Live rooms: shorter is better</text>
<text class="soft" x="20" y="50">${escaped(subtitle)}</text>
${panels.join('\n')}
</svg>
`;
}

function panel({ scenario, rows }: Section, x: number, y: number): string {
  const [main = '', heading = ''] = Object.entries(scenario.columns)[0] ?? [];
  const largest = Math.max(...rows.map(({ medians }) => medians[main] ?? 0)) || 1;
  const bars = rows.map(({ contender, medians }, index) => {
    const top = y + PANEL.head + index * PANEL.bar;
    const figure = medians[main] ?? null;
    const width = figure === null ? 0 : Math.max(2, (figure / largest) * BAR_WIDTH);
    const name = contender.label.replace('@y/websocket-server + LevelDB', 'y-websocket + LevelDB');
    return [
      `<text class="ink${contender.isOurs ? ' title' : ''}" x="${x}" y="${top + 14}">${escaped(name)}</text>`,
      `<rect class="${contender.isOurs ? 'ours' : 'peer'}" x="${x + LABEL_WIDTH}" y="${top + 2}" width="${width.toFixed(1)}" height="16" rx="3"/>`,
      `<text class="soft" x="${x + LABEL_WIDTH + width + 8}" y="${top + 14}">${shortly(figure)}</text>`,
    ].join('');
  });
  return [
    `<text class="ink title" x="${x}" y="${y + 14}">${escaped(scenario.title)}</text>`,
    `<text class="soft" x="${x}" y="${y + 32}">${escaped(heading)}</text>`,
    ...bars,
  ].join('\n');
}

function spoken(rows: Section['rows'], columns: Readonly<Record<string, string>>): string {
  const [main = '', heading = ''] = Object.entries(columns)[0] ?? [];
  return `${heading}: ${rows.map(({ contender, medians }) => `${contender.label} ${shortly(medians[main])}`).join(', ')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
