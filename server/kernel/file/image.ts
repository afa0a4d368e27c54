import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { heavyMemory } from '../lane/memory-budget.ts';

/** An image that may be shown to anybody: drawn anew, without what was hidden beside its pixels. */
export interface CleanImage {
  readonly bytes: Uint8Array;
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly extension: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
}

// No image is drawn twice: what is kept of the last ones would be hundreds of megabytes ([SC21]).
sharp.cache(false);

const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
/** A page is at most so wide on the sharpest screens. */
const MAX_PIXELS_A_SIDE = 2_400;
/** A few kilobytes can claim a gigantic image: beyond this it is not drawn at all. */
const MAX_PIXELS = 60_000_000;
/** What is drawn as it is read: some lines of it, and the smaller image that comes out. */
const LINES_BYTES = 96 * 1024 * 1024;
/** What takes more while it is drawn is not drawn at all: it would be most of what there is. */
const MOST_BYTES = heavyMemory.total * 0.6;

/**
 * [D8] What these bytes are by their content, drawn anew: metadata (place, camera, author) are gone, with whatever else
 * hid in the file; it stands upright; what moves is still. PNG or JPEG comes out, which every export understands.
 * Refuses 'file.empty', 'file.notImage', 'file.unreadable'.
 */
export async function cleanImage(bytes: Uint8Array): Promise<Result<CleanImage, FileError>> {
  if (bytes.length === 0) return fail('file.empty');
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !ACCEPTED.includes(type.mime)) return fail('file.notImage');
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).autoOrient();
    const given = await image.metadata();
    const held = heldBytesOf(given);
    if (held > MOST_BYTES) return fail('file.unreadable');
    const memory = await heavyMemory.hold(held);
    const isPhoto = type.mime === 'image/jpeg' || (type.mime === 'image/webp' && !given.hasAlpha);
    return ok(await drawAnew(image, isPhoto).finally(memory.release));
  } catch {
    // sharp throws plain errors with English sentences: damaged, cut short, too many pixels.
    return fail('file.unreadable');
  }
}

/** [SC21] What an image takes while it is drawn, in bytes: one whose first lines come last is held whole, and of a JPEG its coefficients. */
function heldBytesOf({ width, height, channels, isProgressive, format }: Metadata): number {
  const isJpeg = format === 'jpeg';
  const isWhole = isProgressive || !(isJpeg || format === 'png');
  return LINES_BYTES + (isWhole ? width * height * channels * (isJpeg ? 2 : 1) : 0);
}

async function drawAnew(image: Sharp, isPhoto: boolean): Promise<CleanImage> {
  const resized = image.resize({
    width: MAX_PIXELS_A_SIDE,
    height: MAX_PIXELS_A_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  });
  const drawn = isPhoto ? resized.jpeg({ quality: 84 }) : resized.png({ compressionLevel: 9 });
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    contentType: isPhoto ? 'image/jpeg' : 'image/png',
    extension: isPhoto ? 'jpg' : 'png',
    width: info.width,
    height: info.height,
  };
}

/** A page of a resource is at most so wide. */
const PAGE_PIXELS_A_SIDE = 1_280;

/** [RS14] An image as the page of a resource shows it, as WebP, from one that was drawn anew. */
export function pagePicture({ bytes }: CleanImage): Promise<Uint8Array> {
  const [width, height] = [PAGE_PIXELS_A_SIDE, PAGE_PIXELS_A_SIDE];
  return sharp(bytes)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}

/** A page shows a photograph so wide at most, on sharp screens. */
const PHOTO_PIXELS_A_SIDE = 1_600;

/** [US12] An image as a photograph that stands alone: a JPEG, on white where it was transparent, from one that was drawn anew. */
export async function photoImage({ bytes }: CleanImage): Promise<CleanImage> {
  const side = PHOTO_PIXELS_A_SIDE;
  const { data, info } = await sharp(bytes)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    contentType: 'image/jpeg',
    extension: 'jpg',
    width: info.width,
    height: info.height,
  };
}

/** A card is a few hundred pixels wide, on sharp screens twice as many. */
const SMALL_PIXELS_A_SIDE = 640;

/** [B54] An image as a card shows it, as WebP, from one that was drawn anew; null when it is small as it is. */
export async function smallImage({ bytes, width, height }: CleanImage): Promise<Uint8Array | null> {
  if (Math.max(width, height) <= SMALL_PIXELS_A_SIDE) return null;
  const size = { width: SMALL_PIXELS_A_SIDE, height: SMALL_PIXELS_A_SIDE, fit: 'inside' } as const;
  return sharp(bytes).resize(size).webp({ quality: 78 }).toBuffer();
}
