import { useEffect, useRef, useState } from 'react';
import { conversion } from '#shared/documents/conversion/conversion.fr.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import type { Progress } from '#shared/documents/conversion/progress.ts';
import { FormActions } from '../../ui/form-actions.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeFocus } from '../../ui/take-focus.ts';
import { ConversionProgress } from './conversion-progress.tsx';
import { type ArrivedFile, fetchTelling, save } from './read-progress.ts';

interface ExportDialogProps {
  readonly title: string;
  readonly lead?: string;
  /** Where the file of a format is asked for. */
  readonly address: (format: ExportFormat, withComments: boolean) => string;
  readonly onClose: () => void;
}

type State =
  | { readonly name: 'choosing'; readonly note?: string; readonly refused?: string }
  | { readonly name: 'working'; readonly progress: Progress | null }
  | { readonly name: 'ready'; readonly file: ArrivedFile };

/** Chooses a format, follows the making of the file, which can be stopped, and saves it. */
export function ExportDialog({ title, lead, address, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [withComments, setWithComments] = useState(false);
  const [state, setState] = useState<State>({ name: 'choosing' });
  const stop = useRef<AbortController>(null);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      stop.current?.abort();
    };
  }, []);

  const start = async () => {
    const stopping = new AbortController();
    stop.current = stopping;
    setState({ name: 'working', progress: null });
    try {
      const made = await fetchTelling(address(format, withComments), stopping.signal, (progress) => {
        if (isOpen.current && !stopping.signal.aborted) setState({ name: 'working', progress });
      });
      if (!isOpen.current) return;
      if ('refused' in made) return setState({ name: 'choosing', refused: sentenceOf(made.refused) });
      save(made);
      setState({ name: 'ready', file: made });
    } catch {
      if (isOpen.current) setState({ name: 'choosing', note: words.stopped });
    }
  };

  return (
    <AriaFrame>
      <Dialog title={title} isOpen onClose={onClose}>
        <form
          className="conversion"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void start();
          }}
        >
          {lead && <p>{lead}</p>}
          {state.name === 'choosing' && (
            <>
              {state.refused && <Notice kind="danger">{state.refused}</Notice>}
              {state.note && <Notice kind="info">{state.note}</Notice>}
              <FormatCards chosen={format} onChoose={setFormat} />
              <label className="check mt-3">
                <input
                  type="checkbox"
                  checked={withComments}
                  onChange={({ currentTarget }) => setWithComments(currentTarget.checked)}
                />
                {words.withComments}
              </label>
              <FormActions
                cancel={words.cancel}
                submit={state.refused ? words.retry : words.submit}
                onCancel={onClose}
              />
            </>
          )}
          {state.name === 'working' && (
            <>
              <ConversionProgress progress={state.progress} />
              <div className="actions">
                <button className="btn" type="button" ref={takeFocus} onClick={() => stop.current?.abort()}>
                  {words.stop}
                </button>
              </div>
            </>
          )}
          {state.name === 'ready' && (
            <>
              <Notice kind="success">{words.ready(state.file.name)}</Notice>
              <div className="actions">
                <button className="btn" type="button" onClick={() => save(state.file)}>
                  {words.again}
                </button>
                <button className="btn primary" type="button" ref={takeFocus} onClick={onClose}>
                  {words.close}
                </button>
              </div>
            </>
          )}
        </form>
      </Dialog>
    </AriaFrame>
  );
}

function FormatCards({
  chosen,
  onChoose,
}: {
  chosen: ExportFormat;
  onChoose: (format: ExportFormat) => void;
}) {
  return (
    <fieldset className="format-cards">
      <legend>{words.format}</legend>
      {EXPORT_FORMATS.map((format) => (
        <label key={format} className="format-card">
          <input
            type="radio"
            name="format"
            value={format}
            checked={chosen === format}
            onChange={() => onChoose(format)}
            aria-describedby={`format-${format}`}
          />
          <span>
            <strong>{words.formats[format].name}</strong>
            <span className="muted small" id={`format-${format}`}>
              {words.formats[format].hint}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the server refused, in French. */
function sentenceOf(code: string): string {
  const known: Readonly<Record<string, string>> = conversion.errors;
  return Object.hasOwn(known, code) ? (known[code] ?? words.unreachable) : words.unreachable;
}
