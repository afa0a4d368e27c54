import { monitorEventLoopDelay } from 'node:perf_hooks';
import pino from 'pino';
import { guideIlotsDeChaleur } from '#db/seed/demo/documents/guide-ilots-de-chaleur.ts';
import { createConverter } from '#server/documents/conversion/converter.ts';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { referenceSource } from '#tests/server/documents/conversion/reference-document.ts';
import { ANYBODY } from '#tests/support/anybody.ts';

/** Repeated so often, the guide of the demonstration fills twenty pages. */
const TIMES = 5;

/** How long a guide of about twenty pages takes in each format and back, first and later, and what the server's own loop feels. */
export async function measureConversions({ rounds }: { rounds: number }): Promise<void> {
  const guide = guideIlotsDeChaleur.sections.flatMap(({ nodes }) => nodes as readonly BlockJson[]);
  const blocks = Array.from({ length: TIMES }, () => guide).flat();
  const source = await referenceSource({ title: guideIlotsDeChaleur.title, blocks, images: {} });
  console.log('\n| format | first | median of the next | size | back as a document |\n|---|---|---|---|---|');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  for (const format of EXPORT_FORMATS) {
    const converter = createConverter({ log: pino({ level: 'silent' }) });
    const timed = async <T>(work: () => Promise<T>) => {
      const from = performance.now();
      const made = await work();
      return { made, ms: performance.now() - from };
    };
    const write = () =>
      timed(() => converter.run({ kind: 'export', format, source, mark: 'image-mark' }, ANYBODY));
    const first = await write();
    const next: number[] = [];
    for (let round = 0; round < rounds; round++) next.push((await write()).ms);
    const { bytes } = first.made;
    const isRead = format !== 'pdf' && format !== 'json';
    const back = isRead
      ? await timed(() => converter.run({ kind: 'import', name: `guide.${format}`, bytes }, ANYBODY))
      : null;
    converter.close();
    const median = next.toSorted((one, other) => one - other)[Math.floor(next.length / 2)] ?? 0;
    const size = `${Math.round(bytes.length / 1000)} KB`;
    console.log(`| ${format} | ${ms(first.ms)} | ${ms(median)} | ${size} | ${back ? ms(back.ms) : '–'} |`);
  }
  delay.disable();
  console.log(
    `\nEvent loop of the server meanwhile: p99 ${ms(delay.percentile(99) / 1e6)}, max ${ms(delay.max / 1e6)}.`,
  );
}

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}
