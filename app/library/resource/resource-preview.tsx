import { useState } from 'react';
import { resource } from '#shared/library/resource/resource.fr.ts';
import type { ReadingFault } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { ScrollBox } from '../../ui/late/scroll-box.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';

const words = resource.page;

/** What a page shows of a file without opening it elsewhere. */
export type Preview =
  | { readonly kind: 'image' | 'reading' }
  | { readonly kind: 'pdf'; readonly fault: ReadingFault | null }
  | { readonly kind: 'unread'; readonly fault: ReadingFault }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly isCut: boolean;
    };

interface PreviewProps {
  readonly resource: { readonly id: string; readonly title: string; readonly description: string };
  readonly version: { readonly number: number; readonly name: string };
  readonly preview: Preview;
}

/** [RS14] The preview of the latest version of a file. A PDF comes only when it is asked for. */
export function ResourcePreview({ resource: shown, version, preview }: PreviewProps) {
  return (
    <Plate id="preview" title={words.preview} className="resource-preview">
      {preview.kind === 'reading' && <p className="muted">{words.reading}</p>}
      {'fault' in preview && preview.fault && (
        <p className="muted small mb-2">{words.faults[preview.fault]}</p>
      )}
      {preview.kind === 'image' && (
        // What it shows is written on the page, by whoever shared it: it is tied to the picture, and not said twice.
        <img
          src={paths.resourceFile(shown, version.number, 'image')}
          alt={words.previewOf(shown.title)}
          aria-describedby={shown.description ? 'description' : undefined}
        />
      )}
      {preview.kind === 'pdf' && <PdfPreview resource={shown} version={version} />}
      {preview.kind === 'text' && (
        <>
          <p className="muted small mb-2">{words.textOf}</p>
          <ScrollBox className="resource-text" label={words.textOf}>
            {preview.text}
          </ScrollBox>
        </>
      )}
      {preview.kind === 'table' && <TablePreview {...preview} />}
    </Plate>
  );
}

function PdfPreview({ resource: shown, version }: Pick<PreviewProps, 'resource' | 'version'>) {
  const [isShown, setShown] = useState(false);
  const address = paths.resourceFile(shown, version.number, 'apercu');
  if (isShown) return <iframe src={address} title={words.previewOf(version.name)} />;
  return (
    // Without script the link opens the document in the browser's own reader.
    <a
      className="btn"
      href={address}
      onClick={(event) => {
        event.preventDefault();
        setShown(true);
      }}
    >
      {words.openPreview}
    </a>
  );
}

function TablePreview({ header, rows, isCut }: Extract<Preview, { kind: 'table' }>) {
  const caption = isCut ? words.tableOf(rows.length) : words.tableAll(rows.length);
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          {keyed(header).map(([key, cell]) => (
            <th scope="col" key={key}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows).map(([key, row]) => (
          <tr key={key}>
            {keyed(row).map(([column, cell]) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Rows and cells of a file stay where they are: their place is their name. */
function keyed<T>(all: readonly T[]): (readonly [string, T])[] {
  return all.map((one, at) => [`n${at}`, one]);
}
