import { type FormEvent, useEffect, useState } from 'react';
import { documentExcerpts as words } from '#shared/documents/excerpt/document-excerpts.fr.ts';
import { EXCERPT_MODES, type ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';
import { FormActions } from '../../ui/form-actions.tsx';
import { loadQuotable, type Quotable, type QuotableBlock, type Quoted, quote } from './ask-excerpts.ts';

/** [EC1] The blocks of a document that are quoted, and whether the excerpt follows them. */
export function PassageChoice({
  documentId,
  sourceId,
  initial,
  onBack,
  onQuoted,
}: {
  readonly documentId: string;
  readonly sourceId: string;
  readonly initial: readonly string[];
  readonly onBack: () => void;
  readonly onQuoted: (quoted: Quoted) => void;
}) {
  const [source, setSource] = useState<Quotable | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void loadQuotable(sourceId).then((answer) => {
      if (!isWanted) return;
      if ('value' in answer) setSource(answer.value);
      else setWhy(answer.error);
    });
    return () => {
      isWanted = false;
    };
  }, [sourceId]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Portals carry events up the React tree: the page has forms too.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    setSending(true);
    const answer = await quote(documentId, {
      source: sourceId,
      keys: form.getAll('bloc').map(String),
      mode: form.get('mode') as ExcerptMode,
    });
    setSending(false);
    if ('value' in answer) onQuoted(answer.value);
    else setWhy(answer.error);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={isSending}>
      {why && (
        <p className="note warning mb-4" role="alert">
          {why}
        </p>
      )}
      {!source && !why && (
        <p className="muted" role="status">
          {words.loading}
        </p>
      )}
      {source && (
        <>
          <fieldset className="field excerpt-choice">
            <legend>{words.passages(source.title)}</legend>
            <p className="hint">{source.blocks.length === 0 ? words.empty : words.passagesHint}</p>
            {/* What scrolls is reached by keyboard through its boxes. */}
            <div className="excerpt-blocks">
              {source.blocks.map((block) => (
                <BlockChoice key={block.key} block={block} isChosen={initial.includes(block.key)} />
              ))}
            </div>
          </fieldset>
          <fieldset className="field excerpt-choice">
            <legend>{words.mode}</legend>
            {EXCERPT_MODES.map((mode) => (
              <label key={mode} className="check">
                <input type="radio" name="mode" value={mode} defaultChecked={mode === 'live'} />
                {words.modes[mode]}
              </label>
            ))}
          </fieldset>
        </>
      )}
      <FormActions cancel={words.back} submit={words.submit} onCancel={onBack} />
    </form>
  );
}

function BlockChoice({ block, isChosen }: { block: QuotableBlock; isChosen: boolean }) {
  const { key, isHeading, type, text } = block;
  return (
    <label className="check" data-heading={isHeading || undefined}>
      <input type="checkbox" name="bloc" value={key} defaultChecked={isChosen} />
      <span>{text || words.untitledBlock(type)}</span>
    </label>
  );
}
