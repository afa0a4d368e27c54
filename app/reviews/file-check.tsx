import { type DragEvent, useState } from 'react';
import { exactTextInExport } from '#shared/documents/history/exact-text.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { verification as words } from '#shared/reviews/verification.fr.ts';
import { NoScript } from '../ui/no-script.tsx';
import { Notice } from '../ui/notice.tsx';

interface Known {
  /** The fingerprint of the signed text. */
  readonly sha256: string;
  /** Those of the files in which it left. */
  readonly files: readonly { readonly sha256: string }[];
}

type Said = {
  readonly kind: 'success' | 'danger' | 'info' | 'warning';
  readonly text: string;
  readonly sha256?: string;
};

/** [RV13] Checks a file in the browser: it is read here and sent nowhere. Without `known`, goes to the page of its fingerprint. */
export function FileCheck({ known }: { known: Known | null }) {
  const [said, setSaid] = useState<Said | null>(null);
  async function check(file: File | undefined) {
    if (!file) return;
    if (!globalThis.crypto?.subtle) return setSaid({ kind: 'warning', text: words.insecure });
    setSaid({ kind: 'info', text: words.reading });
    const bytes = await file.arrayBuffer();
    const exactText = file.name.toLowerCase().endsWith('.json')
      ? exactTextInExport(new TextDecoder().decode(bytes))
      : null;
    const sha256 = await sha256Of(exactText === null ? bytes : new TextEncoder().encode(exactText).buffer);
    if (known) setSaid(judge(known, { sha256, isText: exactText !== null }));
    else window.location.assign(reviewPaths.verification(sha256));
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void check(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="plate mt-8"
      aria-labelledby="verifier"
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <h2 id="verifier">{words.check}</h2>
      <p>{words.checkLead}</p>
      <NoScript>
        <p>{words.noScript}</p>
      </NoScript>
      <div className="field">
        <label htmlFor="fichier">{words.file}</label>
        <input
          id="fichier"
          className="input"
          type="file"
          onChange={({ currentTarget }) => void check(currentTarget.files?.[0])}
        />
      </div>
      {said && (
        <Notice kind={said.kind}>
          <p>{said.text}</p>
          {said.sha256 && <p className="small break-all">{words.its(said.sha256)}</p>}
        </Notice>
      )}
    </section>
  );
}

function judge(known: Known, { sha256, isText }: { sha256: string; isText: boolean }): Said {
  if (isText)
    return known.sha256 === sha256
      ? { kind: 'success', text: words.isText, sha256 }
      : { kind: 'danger', text: words.forgedText, sha256 };
  return known.files.some((file) => file.sha256 === sha256)
    ? { kind: 'success', text: words.isFile, sha256 }
    : { kind: 'danger', text: words.forgedFile, sha256 };
}

async function sha256Of(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
