import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { paths } from '#shared/paths.ts';

/** [D12] Puts the player in the place of the button that was pressed: the first request that its host ever gets. */
export function showVideo(door: Element): void {
  const figure = door.closest<HTMLElement>('figure.embed');
  const video = embedOf(figure?.dataset.src);
  if (!figure || !video) return;
  const player = document.createElement('iframe');
  player.className = 'embed-player';
  player.src = paths.videoPlayer(video.page);
  player.title = figure.dataset.title || documentBlocks.videoOn(video.host);
  player.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  );
  player.allow = 'fullscreen; picture-in-picture; encrypted-media';
  player.allowFullscreen = true;
  player.referrerPolicy = 'same-origin';
  figure.querySelector('.embed-notice')?.remove();
  door.remove();
  figure.querySelector('.embed-doors')?.before(player);
  // The button had the focus.
  player.focus();
}
