import type { EditorDialogProps } from '../../editor/editor-dialog.ts';
import { selectedNode } from '../insert-blocks.ts';
import { ImageEditing } from './image-editing.tsx';
import { ImageSending } from './image-sending.tsx';

/** [D5] Inserts images, or changes the one that is selected. No image comes into the text without its description. */
export function ImageDialog(props: EditorDialogProps) {
  const selected = props.given.files ? null : selectedNode(props.editor, 'image');
  return selected ? <ImageEditing {...props} {...selected} /> : <ImageSending {...props} />;
}
