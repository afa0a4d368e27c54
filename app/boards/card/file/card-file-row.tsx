import {
  Database,
  Ellipsis,
  File,
  FileArchive,
  FileImage,
  FileSpreadsheet,
  FileText,
  ImageOff,
  ImageUp,
  type LucideIcon,
  Presentation,
  Trash2,
} from 'lucide-react';
import type { CardFile } from '#shared/boards/board.ts';
import { cardFiles as words } from '#shared/boards/file/card-files.fr.ts';
import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { file as fileWords } from '#shared/kernel/file/file.fr.ts';
import { paths } from '#shared/paths.ts';
import { MenuButton } from '../../../ui/late/menu-button.tsx';

const ICONS: Record<FileKind, LucideIcon> = {
  pdf: FileText,
  text: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  data: Database,
  archive: FileArchive,
  image: FileImage,
  other: File,
};

interface CardFileRowProps {
  readonly file: CardFile;
  readonly isCover: boolean;
  /** Null for whoever only reads. */
  readonly actions: { readonly onCover: (isCover: boolean) => void; readonly onRemove: () => void } | null;
}

/** A file of the open card: what it is, the way to have it, and what may be done with it. */
export function CardFileRow({ file, isCover, actions }: CardFileRowProps) {
  const { id, name, bytes, kind, width, at } = file;
  const Icon = ICONS[kind];
  const format = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? fileWords.kinds[kind];
  return (
    <li className="card-file">
      <span className="card-file-sign" aria-hidden="true">
        {width === null ? (
          <Icon className="icon" />
        ) : (
          <img src={paths.smallFile(id)} alt="" loading="lazy" width={40} height={40} />
        )}
      </span>
      <span className="relation">
        <a href={paths.file(id)} download={name}>
          {name}
        </a>
        <span className="muted xs">
          {words.facts(format, bytes, at && dates.short(new Date(at)))}
          {isCover && <span className="badge">{words.isCover}</span>}
        </span>
      </span>
      {actions && (
        <MenuButton
          className="btn quiet sm icon-only"
          label={words.actions(name)}
          actions={[
            ...(width === null
              ? []
              : [
                  {
                    id: 'cover',
                    label: isCover ? words.removeCover : words.useAsCover,
                    icon: isCover ? ImageOff : ImageUp,
                    onAction: () => actions.onCover(!isCover),
                  },
                ]),
            { id: 'remove', label: words.remove, icon: Trash2, onAction: actions.onRemove },
          ]}
        >
          <Ellipsis className="icon" aria-hidden="true" />
        </MenuButton>
      )}
    </li>
  );
}
