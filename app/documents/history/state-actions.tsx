import { Copy, Download, GitCompareArrows, RotateCcw, Tag } from 'lucide-react';
import { Form, Link } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { conversionPage } from '#shared/documents/conversion/conversion-page.fr.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { paths } from '#shared/paths.ts';
import { TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { ShownState } from './history-data.ts';

interface StateActionsProps {
  readonly document: { readonly id: string; readonly title: string };
  readonly shown: ShownState;
  readonly headSeq: number;
  readonly isCurrent: boolean;
  readonly canWrite: boolean;
  readonly refusedName: string | null;
}

/** What can be done with a state of the past. Everything but copying works without script. */
export function StateActions({
  document,
  shown,
  headSeq,
  isCurrent,
  canWrite,
  refusedName,
}: StateActionsProps) {
  const { seq, previous } = shown;
  return (
    <div className="state-actions">
      <Link className="btn" to={paths.documentComparison(document, { from: previous, to: seq })}>
        <GitCompareArrows className="icon" aria-hidden="true" />
        {words.state.changes}
      </Link>
      {!isCurrent && (
        <Link className="btn" to={paths.documentComparison(document, { from: seq, to: headSeq })}>
          {words.state.compareNow}
        </Link>
      )}
      {canWrite && !isCurrent && (
        <PostButton fields={{ intent: 'restore', version: seq }} describedBy="restore-hint" className="btn">
          <RotateCcw className="icon" aria-hidden="true" />
          {words.state.restore}
        </PostButton>
      )}
      {canWrite && (
        <details className="disclosed" open={refusedName !== null || undefined}>
          <summary className="btn">
            <Tag className="icon" aria-hidden="true" />
            {words.state.name}
          </summary>
          <Form method="post" className="card" key={seq} noValidate>
            <input type="hidden" name="intent" value="name" />
            <input type="hidden" name="version" value={seq} />
            <TextField
              label={words.state.nameLabel}
              name="name"
              id="nom-version"
              hint={words.state.nameHint}
              error={refusedName ?? undefined}
              maxLength={200}
              required
            />
            <button className="btn primary mt-2" type="submit">
              {words.state.nameSubmit}
            </button>
          </Form>
        </details>
      )}
      <CopyText />
      <details className="disclosed">
        <summary className="btn">
          <Download className="icon" aria-hidden="true" />
          {words.state.download}
        </summary>
        <ul className="menu">
          {EXPORT_FORMATS.map((format) => (
            <li key={format}>
              <a className="menu-item" href={paths.documentVersionFile(document, seq, format)} download="">
                {conversionPage.formats[format].name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      {canWrite && !isCurrent && (
        <p className="hint" id="restore-hint">
          {words.state.restoreHint} {words.state.copyHint}
        </p>
      )}
    </div>
  );
}

/** Copies the text of the state with its layout: pasted into a document, it is edited there. */
function CopyText() {
  const show = useToast();
  const copy = async () => {
    const prose = window.document.querySelector<HTMLElement>('#texte-version .prose');
    const blob = (text: string, type: string) => new Blob([text], { type });
    const item = {
      'text/html': blob(prose?.innerHTML ?? '', 'text/html'),
      // biome-ignore lint/performance/useDomNodeTextContent: pasted as plain text, blocks need their line breaks.
      'text/plain': blob(prose?.innerText ?? '', 'text/plain'),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]).then(
      () => show({ text: words.state.copied }),
      () => show({ text: words.state.copyFailed }),
    );
  };
  return (
    <button className="btn" type="button" onClick={copy}>
      <Copy className="icon" aria-hidden="true" />
      {words.state.copyAll}
    </button>
  );
}
