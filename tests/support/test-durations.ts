import { relative } from 'node:path';

/** How long a file of tests took one worker. */
export interface FileDuration {
  readonly file: string;
  readonly seconds: number;
}

/** Where the time of workers went, in French: by layer (the room of `tests/`), then the ten slowest files. */
export function durationTable(files: readonly FileDuration[]): string {
  const layers = new Map<string, { seconds: number; files: number }>();
  const named = files.map(({ file, seconds }) => ({ file: relative('.', file), seconds }));
  for (const { file, seconds } of named) {
    const layer = file.split(/[\\/]/)[1] ?? file;
    const sum = layers.get(layer) ?? { seconds: 0, files: 0 };
    layers.set(layer, { seconds: sum.seconds + seconds, files: sum.files + 1 });
  }
  const longest = (a: { seconds: number }, b: { seconds: number }) => b.seconds - a.seconds;
  const byLayer = [...layers].map(([name, sum]) => ({ name, ...sum })).sort(longest);
  return [
    'Où le temps est allé (secondes d’un processus de tests)\u00a0:',
    ...byLayer.map(
      ({ name, seconds, files: count }) => `  ${name}\u00a0: ${Math.round(seconds)} s, ${count} fichiers`,
    ),
    'Les dix fichiers les plus longs\u00a0:',
    ...named
      .sort(longest)
      .slice(0, 10)
      .map(({ file, seconds }) => `  ${Math.round(seconds)} s  ${file}`),
  ].join('\n');
}
