import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanImage } from '#server/kernel/file/image.ts';

const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c0392b' } });

async function cleaned(bytes: Uint8Array) {
  const image = await cleanImage(bytes);
  if (!image.ok) throw new Error(image.error);
  return image.value;
}

describe('[D8] an image that is received', () => {
  test('comes out as PNG or JPEG, whichever of the four kinds it was', async () => {
    const kinds = [
      [await red(40, 30).png().toBuffer(), 'image/png'],
      [await red(40, 30).jpeg().toBuffer(), 'image/jpeg'],
      [await red(40, 30).webp().toBuffer(), 'image/jpeg'],
      [await red(40, 30).gif().toBuffer(), 'image/png'],
      [await red(40, 30).ensureAlpha(0.5).webp().toBuffer(), 'image/png'],
    ] as const;
    for (const [bytes, contentType] of kinds) {
      expect(await cleaned(bytes)).toMatchObject({ contentType, width: 40, height: 30 });
    }
  });

  test('loses what was hidden beside its pixels, and stands upright', async () => {
    const camera = { exif: { IFD0: { Copyright: 'Nadia' }, IFD3: { GPSLatitude: '47/1 0/1 0/1' } } };
    const lying = await red(40, 30).withExif(camera.exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(lying).metadata()).exif).toBeDefined();
    const { bytes, width, height } = await cleaned(lying);
    const metadata = await sharp(bytes).metadata();
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    expect([width, height]).toEqual([30, 40]);
  });

  test('loses what was appended to it', async () => {
    const polyglot = Buffer.concat([
      await red(4, 4).png().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const { bytes } = await cleaned(polyglot);
    expect(Buffer.from(bytes).includes('<script>')).toBe(false);
  });

  test('is never wider or higher than 2,400 pixels', async () => {
    expect(await cleaned(await red(4_800, 100).png().toBuffer())).toMatchObject({ width: 2_400, height: 50 });
  });

  test('is refused by content, not by name: empty, SVG, HTML, PDF, a program', async () => {
    expect(await cleanImage(new Uint8Array())).toEqual({ ok: false, error: 'file.empty' });
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<!doctype html><script>alert(1)</script>',
      '%PDF-1.7\n1 0 obj',
      '#!/bin/sh\nexit',
    ]) {
      expect(await cleanImage(Buffer.from(content))).toEqual({ ok: false, error: 'file.notImage' });
    }
  });

  test('is refused when it is cut short, or claims more pixels than anybody looks at', async () => {
    const whole = await red(400, 300).png().toBuffer();
    expect(await cleanImage(whole.subarray(0, whole.length / 2))).toEqual({
      ok: false,
      error: 'file.unreadable',
    });
    const bomb = await red(9_000, 9_000).png().toBuffer();
    expect(await cleanImage(bomb)).toEqual({ ok: false, error: 'file.unreadable' });
  });
});
