import { useEffect, useState } from 'react';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { findSources } from './ask-excerpts.ts';

const DEBOUNCE_MS = 150;

/** [EC1] The document to quote, by its title: among those that one may read, this one apart. */
export function SourceSearch({
  except,
  onChoose,
  onCopied,
  onClose,
}: {
  readonly except: string;
  readonly onChoose: (id: string) => void;
  /** When a passage was remembered. */
  readonly onCopied: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly FoundObject[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const items = await findSources(query, stop.signal);
      if (stop.signal.aborted) return;
      setFailed(items === null);
      setFound(items?.filter(({ id }) => id !== except) ?? []);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, except]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // Portals carry events up the React tree: the page has forms too.
        event.stopPropagation();
        if (found?.[0]) onChoose(found[0].id);
      }}
    >
      {onCopied && (
        <p>
          <button className="btn" type="button" onClick={onCopied}>
            {words.fromCopied}
          </button>
        </p>
      )}
      <TextField
        label={words.search}
        hint={words.searchHint}
        name="titre-source"
        autoComplete="off"
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p className="muted small" role="status">
        {found === null
          ? words.searching
          : hasFailed
            ? words.unreachable
            : found.length === 0 && words.nothingFound}
      </p>
      {found !== null && found.length > 0 && (
        <ul className="excerpt-sources" aria-label={words.found}>
          {found.map(({ id, name, detail }) => (
            <li key={id}>
              <button className="btn quiet" type="button" onClick={() => onChoose(id)}>
                <span>{name}</span> <span className="muted small">{detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <button className="btn" type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
