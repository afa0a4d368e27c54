import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import type { DossierItemKind } from '#shared/publication/dossier/thematic-dossier.ts';
import { itemAddress } from './item-address.ts';

interface DossierContentsProps {
  readonly items: readonly {
    readonly kind: DossierItemKind;
    readonly address: string;
    readonly title: string;
    readonly hook: string;
    readonly line: string;
  }[];
}

/** [TD4] What a dossier gathers, in its order, as it is published today. */
export function DossierContents({ items }: DossierContentsProps) {
  return (
    <section aria-labelledby="textes" className="mt-8">
      <h2 id="textes">{words.inside}</h2>
      {items.length === 0 ? (
        <p className="mt-3">{words.nothingLeft}</p>
      ) : (
        <ol className="stack mt-4">
          {items.map(({ kind, address, title, hook, line }) => (
            <li key={address} className="plate">
              <p className="small muted">{words.kinds[kind]}</p>
              <h3 className="break-words">
                <a href={itemAddress({ kind, address })}>{title}</a>
              </h3>
              {line && <p className="mt-2 font-semibold break-words">{line}</p>}
              {hook && <p className="mt-2 break-words">{hook}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
