import { openData } from '#shared/publication/open-data/open-data.fr.ts';

const words = openData.card;
const HEIGHT = 320;

/** What stands for a sign in an attribute of HTML. */
const inAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** [PS6] The lines that show a sheet in a page of another site: `address` is where its small page stands, origin included. */
export function CardCode({ title, address }: { title: string; address: string }) {
  const code = `<iframe src="${inAttribute(address)}" title="${inAttribute(words.frameTitle(title))}" width="100%" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>`;
  return (
    <details className="card-code mt-6">
      <summary>{words.title}</summary>
      <div className="field mt-3">
        <label htmlFor="vignette">{words.label}</label>
        <p className="hint" id="vignette-hint">
          {words.lead}
        </p>
        <textarea id="vignette" aria-describedby="vignette-hint" rows={4} readOnly defaultValue={code} />
      </div>
    </details>
  );
}
