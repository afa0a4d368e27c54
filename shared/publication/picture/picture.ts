import type { ThemeKey } from '../../people/group/theme.ts';
import type { SheetFacts } from '../sheet/sheet-facts.ts';

/** A drawing is 360 by 225: eight by five, as a card, the head of a page and whatever shows a shared link want it. */
export const PICTURE = { width: 360, height: 225 } as const;

/** What a drawing is filled with: the colour of its theme, that colour faint, its outline only, or the line on which all stands. */
export interface Stroke {
  readonly look: 'fill' | 'hollow' | 'line' | 'soft';
  readonly path: string;
}

/** [PS14] What a picture is drawn of: as many marks as there is to gather, the first of them filled. */
export interface Drawn {
  readonly theme: ThemeKey | null;
  readonly marks: number;
  readonly filled: number;
}

/** More would be too small to be told apart on a card; the words under them say the true number. */
const MARKS_MAX = 7;
const GROUND = 128;

/** [PS14] A sheet is drawn of the data that it needs, the essential ones filled. */
export function drawnOfSheet({ theme, needs }: Pick<SheetFacts, 'theme' | 'needs'>): Drawn {
  const filled = needs.filter(({ importance }) => importance === 'essential').length;
  return { theme: theme.key, marks: needs.length, filled };
}

/** [PS14] The marks of a picture, each in the shape of its theme: a tree, a house, a drop; without a theme, two quotation marks. */
export function strokesOf({ theme, marks, filled }: Drawn): readonly Stroke[] {
  if (theme === null) return QUOTATION;
  const shown = Math.min(Math.max(marks, 1), MARKS_MAX);
  const step = Math.min(64, (PICTURE.width - 48) / shown);
  const first = PICTURE.width / 2 - ((shown - 1) * step) / 2;
  const scale = Math.min(1, step / 48);
  const each = Array.from({ length: shown }, (_, at) => {
    const look = at < filled || marks === 0 ? 'fill' : 'hollow';
    return MARK[theme](Math.round(first + at * step), scale, look);
  });
  return [...GROUNDS[theme], ...each.flat()];
}

type Mark = (x: number, scale: number, look: 'fill' | 'hollow') => readonly Stroke[];

const round = (value: number) => Math.round(value * 10) / 10;
const ellipse = (x: number, y: number, across: number, down: number) =>
  `M${round(x - across)} ${round(y)}a${round(across)} ${round(down)} 0 1 0 ${round(2 * across)} 0a${round(across)} ${round(down)} 0 1 0 ${round(-2 * across)} 0z`;

const MARK: Readonly<Record<ThemeKey, Mark>> = {
  biodiversite: (x, scale, look) => [
    { look: 'soft', path: ellipse(x, GROUND + 2, 22 * scale, 6 * scale) },
    { look: 'line', path: `M${x} ${GROUND}v${round(-40 * scale)}` },
    { look, path: ellipse(x, GROUND - 66 * scale, 21 * scale, 28 * scale) },
  ],
  transition: (x, scale, look) => [
    {
      look,
      path: `M${round(x - 19 * scale)} ${GROUND}v${round(-54 * scale)}l${round(19 * scale)} ${round(-24 * scale)} ${round(19 * scale)} ${round(24 * scale)}v${round(54 * scale)}z`,
    },
  ],
  risques: (x, scale, look) => [
    {
      look,
      path: `M${x} ${round(GROUND - 92 * scale)}c${round(15 * scale)} ${round(24 * scale)} ${round(22 * scale)} ${round(34 * scale)} ${round(22 * scale)} ${round(48 * scale)}a${round(22 * scale)} ${round(22 * scale)} 0 1 1 ${round(-44 * scale)} 0c0 ${round(-14 * scale)} ${round(7 * scale)} ${round(-24 * scale)} ${round(22 * scale)} ${round(-48 * scale)}z`,
    },
  ],
};

const GROUNDS: Readonly<Record<ThemeKey, readonly Stroke[]>> = {
  biodiversite: [],
  transition: [{ look: 'line', path: `M20 ${GROUND}H340` }],
  risques: [
    {
      look: 'line',
      path: 'M20 142c27-13 53-13 80 0s53 13 80 0 53-13 80 0 53 13 80 0',
    },
  ],
};

const QUOTATION: readonly Stroke[] = [
  { look: 'fill', path: 'M118 132a28 28 0 1 1 28-28c0 32-14 56-42 66 12-12 18-24 18-38z' },
  { look: 'fill', path: 'M206 132a28 28 0 1 1 28-28c0 32-14 56-42 66 12-12 18-24 18-38z' },
];
