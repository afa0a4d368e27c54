import { Window } from 'happy-dom';

const document = new Window({ settings: { disableJavaScriptEvaluation: true } }).document;
const PROGRAM =
  /^(?:script|iframe|object|embed|base|link|form|meta|template|noscript|video|audio|marquee|animate|body)$/;

/** What in this HTML would run, or fetch what would run; elements that are allowed there are named. */
export function programsIn(html: string, allowed: readonly string[] = []): string[] {
  const place = document.createElement('div');
  place.innerHTML = html;
  return [...place.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const found = PROGRAM.test(name) && !allowed.includes(name) ? [`<${name}>`] : [];
    for (const { name: attribute, value: given } of [...element.attributes]) {
      const value = given ?? '';
      const scheme = /^[\s\p{Cc}]*([\w+.-]+)[\s\p{Cc}]*:/u.exec(value)?.[1]?.toLowerCase();
      const isAddress = /^(?:href|src|action|formaction|data|xlink:href|poster|srcdoc)$/.test(attribute);
      if (/^on/.test(attribute)) found.push(`${name} ${attribute}`);
      if (
        isAddress &&
        scheme &&
        !['http', 'https', 'mailto', 'tel'].includes(scheme) &&
        !value.startsWith('data:image/')
      )
        found.push(`${name} ${attribute}=${value}`);
    }
    return found;
  });
}
