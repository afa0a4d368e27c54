import sharp from 'sharp';
import { type Drawn, PICTURE, type Stroke, strokesOf } from '#shared/publication/picture/picture.ts';

const WIDTH = 1_200;

/** The colours of `tokens.css` by day: a shared link has no mode. */
const COLOURS = {
  transition: { ground: '#f5ecd9', ink: '#8d6a2a' },
  biodiversite: { ground: '#e4f2d8', ink: '#3f6b33' },
  risques: { ground: '#f0e6f7', ink: '#5b4a6e' },
  none: { ground: '#dfeeee', ink: '#0e4f55' },
} as const;

/** [PS14] The picture of a page where its address is shared: a PNG of 1200 by 750, without letters, as the title stands beside it there. */
export function drawSharedPicture(drawn: Drawn): Promise<Buffer> {
  const { ground, ink } = COLOURS[drawn.theme ?? 'none'];
  const looks: Readonly<Record<Stroke['look'], string>> = {
    fill: `fill="${ink}"`,
    soft: `fill="${ink}" opacity="0.24"`,
    hollow: `fill="none" stroke="${ink}" stroke-width="2.5"`,
    line: `fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"`,
  };
  const strokes = strokesOf(drawn).map(({ look, path }) => `<path ${looks[look]} d="${path}"/>`);
  const { width, height } = PICTURE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${ground}"/><g transform="translate(0 22)">${strokes.join('')}</g></svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}
