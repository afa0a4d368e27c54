import { captioned } from '#shared/kernel/captioned.ts';
import { picture as words } from '#shared/publication/picture/picture.fr.ts';
import { type Drawn, drawnOfSheet, PICTURE, strokesOf } from '#shared/publication/picture/picture.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { captionOf, type SheetPhoto } from '#shared/publication/sheet/sheet-photo.ts';

/** [PS14] A picture of eight by five, drawn of figures; `said` is for whoever does not see it, empty where the text beside says all. */
export function Picture({
  drawn,
  lines: [first, second],
  said = '',
}: {
  drawn: Drawn;
  lines: readonly [string, string];
  said?: string;
}) {
  const { width, height } = PICTURE;
  const shown = { className: `pic pic-${drawn.theme ?? 'none'}`, viewBox: `0 0 ${width} ${height}` };
  const inside = (
    <>
      {strokesOf(drawn).map(({ look, path }) => (
        <path key={look + path} className={look} d={path} />
      ))}
      {first && (
        <text className="big" x={width / 2} y={second ? 178 : 190}>
          {first}
        </text>
      )}
      {second && (
        <text x={width / 2} y={206}>
          {second}
        </text>
      )}
    </>
  );
  return said ? (
    <svg {...shown} role="img" aria-label={said}>
      {inside}
    </svg>
  ) : (
    <svg {...shown} aria-hidden="true">
      {inside}
    </svg>
  );
}

/** How wide the photograph at the head of a sheet is (`public-site.css`). */
const SHEET_HEAD = '(max-width: 62rem) 100vw, 24rem';
/** The longer side of the smaller one. */
const SMALL_SIDE = 640;

/** A browser takes the smaller one where that is enough for its screen; nothing to choose where the photograph is small itself. */
function sourcesOf(address: string, { width, height }: SheetPhoto): string | undefined {
  const small = Math.round((width * SMALL_SIDE) / Math.max(width, height));
  return small < width
    ? `${sheetPaths.smallPhoto(address)} ${small}w, ${sheetPaths.photo(address)} ${width}w`
    : undefined;
}

/** A published sheet, as its picture is made of it. */
interface PicturedSheet {
  readonly address: string;
  readonly facts: SheetFacts;
  readonly photo: SheetPhoto | null;
}

/** [US13] The picture of a sheet: its photograph with its credit, or a drawing of its own figures. `isSmall` in lists, where none has a caption. */
export function SheetPicture({
  sheet: { address, facts, photo },
  isSmall = false,
}: {
  sheet: PicturedSheet;
  isSmall?: boolean;
}) {
  if (photo) {
    const { alt, credit, width, height } = photo;
    const said = isSmall ? credit : captionOf(photo);
    const src = (isSmall ? sheetPaths.smallPhoto : sheetPaths.photo)(address);
    return (
      <figure className="photo" {...captioned(said)}>
        <img
          {...(!isSmall && { srcSet: sourcesOf(address, photo), sizes: SHEET_HEAD })}
          {...{ src, width, height }}
          alt={alt}
          loading={isSmall ? 'lazy' : 'eager'}
        />
        <figcaption className="break-words">{said}</figcaption>
      </figure>
    );
  }
  return <Picture drawn={drawnOfSheet(facts)} lines={words.sheet(facts)} said={words.sheetSaid(facts)} />;
}
