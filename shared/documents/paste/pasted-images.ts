const DATA = /^data:image\/(?:png|jpe?g|webp|gif);base64,[a-z0-9+/=\s]+$/i;
const FILE = /^\/fichiers\/[0-9a-f-]{36}$/;
/** Smaller than that, in pixels, is a counter or a spacer. */
const SEEN = 3;

/**
 * The images of a copied text: ours stay, those that came inside are numbered to be sent, the others are left out and counted. What
 * a word processor says of an image by itself is no description.
 */
export function takeImages(root: HTMLElement, origin: string): { images: string[]; leftOut: number } {
  const images: string[] = [];
  let leftOut = 0;
  for (const image of root.querySelectorAll('img, picture > source')) {
    const src = image.getAttribute('src') ?? '';
    const own = src.startsWith(`${origin}/`) ? src.slice(origin.length) : src;
    const taken = image.ownerDocument.createElement('img');
    const alt = described(image.getAttribute('alt'));
    if (alt !== null) taken.setAttribute('alt', alt);
    if (image.localName === 'img' && FILE.test(own)) {
      taken.setAttribute('src', own);
      for (const side of ['width', 'height']) {
        const length = image.getAttribute(side);
        if (length) taken.setAttribute(side, length);
      }
      image.replaceWith(taken);
    } else if (image.localName === 'img' && DATA.test(src) && !isTiny(image)) {
      taken.setAttribute('data-pasted', String(images.push(src.replace(/\s/g, '')) - 1));
      image.replaceWith(taken);
    } else {
      if (image.localName === 'img' && src !== '' && !isTiny(image)) leftOut++;
      image.remove();
    }
  }
  return { images, leftOut };
}

/** Null: nobody described it. An empty text was not meant as « decorative » by whoever copied. */
function described(alt: string | null): string | null {
  const said = (alt ?? '')
    .replace(/\s*(?:Description générée automatiquement|Description automatically generated)[\s\S]*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return said === '' || /^(?:image|picture|img)?[\s_-]*\d*(?:\.\w{3,4})?$/i.test(said) ? null : said;
}

function isTiny(image: Element): boolean {
  return ['width', 'height'].some((side) => {
    const length = Number.parseFloat(image.getAttribute(side) ?? '');
    return length < SEEN;
  });
}
