import type { Page } from '@playwright/test';

/** What is drawn too faintly, and stops of the keyboard that do not show it, in the mode in which the page stands. */
export async function unseen(page: Page): Promise<readonly string[]> {
  return page.evaluate(look);
}

/** Runs in the page, after a key was pressed: only then does a focus that a script gives show itself. */
function look(): string[] {
  type Colour = readonly [number, number, number, number];
  const faults = new Set<string>();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pixel = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  /** Any colour of a style, as the screen would mix it. */
  const colourOf = (written: string): Colour => {
    const found = known.get(written);
    if (found || !pixel) return found ?? [0, 0, 0, 0];
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = written;
    pixel.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
    known.set(written, [red, green, blue, alpha / 255]);
    return known.get(written) ?? [0, 0, 0, 0];
  };
  const over = (top: Colour, under: Colour): Colour => {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + under[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const groundOf = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
  };
  const light = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]: Colour) =>
    0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
  const contrast = (written: string, ground: Colour) => {
    const [a, b] = [luminance(over(colourOf(written), ground)), luminance(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').replace(/\s+/g, '.')}`;
  const drawn = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.getBoundingClientRect().width > 1,
    );
  const need = (what: string, element: Element, ratio: number) => {
    if (ratio < 3) faults.add(`${what} ${nameOf(element)}: ${ratio.toFixed(2)}`);
  };

  for (const field of drawn('input:not([type="hidden"]), select, textarea')) {
    if (field.matches(':disabled')) continue;
    const outside = groundOf(field.parentElement);
    const style = getComputedStyle(field);
    if (field.matches('[type="checkbox"], [type="radio"]'))
      need('box', field, style.accentColor === 'auto' ? 0 : contrast(style.accentColor, outside));
    else need('field', field, style.borderTopStyle === 'none' ? 0 : contrast(style.borderTopColor, outside));
  }
  for (const control of drawn('a, button, summary')) {
    const icon = control.querySelector('svg.icon');
    if (!icon || control.matches(':disabled, [aria-disabled="true"]')) continue;
    need('icon', control, contrast(getComputedStyle(icon).stroke, groundOf(control)));
  }
  for (const tab of drawn('.tabs [aria-current]'))
    need('tab', tab, contrast(getComputedStyle(tab).borderBottomColor, groundOf(tab)));
  for (const fill of drawn('.bar > span'))
    need('bar', fill, contrast(getComputedStyle(fill).backgroundColor, groundOf(fill.parentElement)));
  // What a drawing is made of: its ground lines and the names of months are no information.
  for (const part of drawn('main svg:not(.icon, .logo) :is(line, polyline, path, circle, rect):not(.grid)')) {
    const { fill, stroke } = getComputedStyle(part);
    const ground = groundOf(part.closest('svg')?.parentElement ?? null);
    need(
      'drawing',
      part,
      Math.max(...[fill, stroke].map((ink) => (ink === 'none' ? 0 : contrast(ink, ground)))),
    );
  }

  // A fresh control of the browser: who keeps its ground while the text is ours may lose it where colours are imposed.
  const bare = new Map<string, string>();
  for (const control of drawn('button, input, select, textarea, dialog, mark')) {
    if (control.matches('[type="checkbox"], [type="radio"], [type="range"], [type="color"]')) continue;
    const tag = control.tagName;
    if (!bare.has(tag)) {
      const fresh = document.createElement(tag);
      fresh.style.all = 'revert';
      document.body.append(fresh);
      bare.set(tag, getComputedStyle(fresh).backgroundColor);
      fresh.remove();
    }
    if (getComputedStyle(control).backgroundColor === bare.get(tag)) faults.add(`ground ${nameOf(control)}`);
  }

  for (const stop of document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable="true"]',
  )) {
    if (stop.tabIndex < 0 || stop.matches(':disabled') || !stop.checkVisibility({ visibilityProperty: true }))
      continue;
    stop.focus({ preventScroll: true });
    if (document.activeElement !== stop) continue;
    const { outlineStyle, outlineColor, outlineWidth, outlineOffset } = getComputedStyle(stop);
    // In a text that is written the caret shows the focus.
    if (stop.isContentEditable) {
      need('caret', stop, contrast(getComputedStyle(stop).caretColor, groundOf(stop)));
      continue;
    }
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) {
      faults.add(`ring ${nameOf(stop)}: ${outlineStyle} ${outlineWidth}`);
      continue;
    }
    need('ring', stop, contrast(outlineColor, groundOf(reach > 0 ? stop.parentElement : stop)));
    if (!stop.checkVisibility({ opacityProperty: true }))
      faults.add(`ring ${nameOf(stop)}: of what is not drawn`);
    const box = stop.getBoundingClientRect();
    let clip = stop.parentElement;
    while (clip && getComputedStyle(clip).overflowX === 'visible') clip = clip.parentElement;
    const edge = clip?.getBoundingClientRect() ?? box;
    const lost = [edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom];
    // A side that the box cuts is one less: two are enough to see which stop it is.
    if (clip && lost.filter((beyond) => beyond + reach > 1).length > 2)
      faults.add(`ring ${nameOf(stop)}: cut by ${nameOf(clip)}`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return [...faults];
}
