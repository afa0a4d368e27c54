import { type FormEvent, useEffect, useState } from 'react';
import { Prose } from '#app/ui/prose.tsx';
import { LATEX_MAX, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { type DrawFormula, loadFormula } from './formula-drawing.ts';
import { changeNode, insertBlocks, selectedNode } from './insert-blocks.ts';

const words = documentInserts.formula;

/** [D11] Writes a formula in TeX beside what it gives, as one types; or changes the one that is selected. */
export function FormulaDialog({ editor, given, onClose }: EditorDialogProps) {
  const [selected] = useState(() => selectedNode(editor, 'inlineMath', 'blockMath'));
  const [latex, setLatex] = useState(() =>
    selected
      ? readAttrs('inlineMath', selected.node.attrs).latex
      : editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to),
  );
  const [isBlock, setBlock] = useState(
    selected ? selected.node.type.name === 'blockMath' : given.isBlock === true,
  );
  const [error, setError] = useState<string>();
  const draw = useDrawing();
  const source = latex.trim();
  const math = draw && draw !== 'failed' && source !== '' ? draw(source, isBlock) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const found =
      source === ''
        ? words.missing
        : source.length > LATEX_MAX
          ? words.tooLong(LATEX_MAX)
          : draw && draw !== 'failed' && math === null
            ? words.invalid
            : undefined;
    setError(found);
    if (found) return;
    onClose();
    const type = isBlock ? 'blockMath' : 'inlineMath';
    later(() => {
      if (selected?.node.type.name === type) return changeNode(editor, selected.at, type, { latex: source });
      const node = { type, attrs: { latex: source } };
      if (selected) {
        const range = { from: selected.at, to: selected.at + selected.node.nodeSize };
        editor.chain().focus().insertContentAt(range, node).run();
      } else if (isBlock) insertBlocks(editor, [node]);
      else editor.chain().focus().insertContent(node).run();
    });
  };
  return (
    <Dialog title={selected ? words.editTitle : words.title} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextAreaField
          label={words.source}
          name="formule"
          required
          hint={words.sourceHint}
          error={error}
          value={latex}
          onChange={({ currentTarget }) => {
            setLatex(currentTarget.value);
            setError(undefined);
          }}
          rows={3}
          spellCheck={false}
          autoComplete="off"
          autoFocus
        />
        <fieldset className="field choices">
          <legend>{words.placement}</legend>
          {[false, true].map((block) => (
            <label className="check" key={String(block)}>
              <input type="radio" name="place" checked={isBlock === block} onChange={() => setBlock(block)} />
              {block ? words.block : words.inline}
            </label>
          ))}
        </fieldset>
        <FormulaPreview math={math} isEmpty={source === ''} hasFailed={draw === 'failed'} />
        <FormActions cancel={words.cancel} submit={selected ? words.save : words.submit} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function FormulaPreview({
  math,
  isEmpty,
  hasFailed,
}: {
  math: string | null;
  isEmpty: boolean;
  hasFailed: boolean;
}) {
  const said = hasFailed ? words.unreachable : isEmpty ? words.previewEmpty : words.invalid;
  return (
    <section className="formula-preview" aria-label={words.preview} aria-live="polite">
      {math === null ? <p className="muted small">{said}</p> : <Prose html={math} />}
    </section>
  );
}

function useDrawing(): DrawFormula | 'failed' | null {
  const [draw, setDraw] = useState<{ it: DrawFormula | 'failed' } | null>(null);
  useEffect(() => {
    loadFormula().then(
      (it) => setDraw({ it }),
      () => setDraw({ it: 'failed' }),
    );
  }, []);
  return draw?.it ?? null;
}
