import { Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Link, useFetcher } from 'react-router';
import type { AudienceMember } from '#shared/documents/access/audience.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import type { Visibility } from '#shared/documents/document-access.ts';
import { paths } from '#shared/paths.ts';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { AudienceTable } from './audience-table.tsx';

export interface ShareDialogProps {
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly visibility: Visibility;
    readonly group: { readonly name: string; readonly organisationId: string | null };
  };
  readonly onClose: () => void;
}

/** What its page says of who sees a document. */
interface Access {
  readonly audience: readonly AudienceMember[] | null;
  /** Whom it can be given to; null for those who may only look. */
  readonly giving: unknown;
}

/** [D39] Who sees a document and why, as its page « Accès » says it, and the link, which opens for nobody else. */
export function ShareDialog({ document, onClose }: ShareDialogProps) {
  const { visibility, group } = document;
  const { load, data } = useFetcher<Access>();
  const page = paths.documentAccess(document);
  useEffect(() => {
    // Without network the page itself would give way to an error.
    if (navigator.onLine) void load(page);
  }, [load, page]);
  const said = group.organisationId === null ? words : words.ofSpace;
  const audience = data?.audience;
  return (
    <AriaFrame>
      <Dialog title={words.share.title} isOpen onClose={onClose}>
        <div className="stack">
          <p>
            <strong>{said.visibilities[visibility]}.</strong> {said.visibilityHelp[visibility]}
          </p>
          <CopyLink path={paths.document(document)} />
          {!data && <p className="muted">{navigator.onLine ? words.share.loading : words.share.offline}</p>}
          {audience && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
            <section className="share-list" aria-label={words.audience} tabIndex={0}>
              <h3>
                {words.audience} <span className="muted">{words.people(audience.length)}</span>
              </h3>
              <AudienceTable audience={audience} caption={words.audienceTable} />
            </section>
          )}
          {visibility === 'programme' && <p className="muted small">{words.everybody}</p>}
        </div>
        <div className="actions">
          <button className="btn quiet" type="button" onClick={onClose}>
            {words.share.close}
          </button>
          <Link className="btn" to={page}>
            {data?.giving ? words.share.change : words.share.more}
          </Link>
        </div>
      </Dialog>
    </AriaFrame>
  );
}

function CopyLink({ path }: { path: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      // Browsers give the clipboard to pages of a safe origin only; selected, the link can be copied by hand.
      await navigator.clipboard.writeText(field.current?.value ?? '');
      setSaid(words.share.copied);
    } catch {
      setSaid(words.share.notCopied);
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words.share.link}</label>
      <p className="hint">{words.share.linkHint}</p>
      <div className="share-link">
        <input
          ref={field}
          className="input"
          id={id}
          // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins with what it is asked for.
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.select()}
          readOnly
          value={new URL(path, window.location.href).href}
        />
        <button className="btn primary" type="button" onClick={copy}>
          <Copy className="icon" aria-hidden="true" />
          {words.share.copy}
        </button>
      </div>
      <p className="small muted" role="status">
        {said}
      </p>
    </div>
  );
}
