import type { RequestHandler } from 'express';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { escapeText, htmlOf } from '#shared/documents/text/document-markup.ts';

const FILLS = 'position:absolute;inset:0;width:100%;height:100%;border:0';

/**
 * [D17] A frame of ours around the player of a video (decision 0015): our pages never let a foreign frame in, this one lets in the
 * one host of its own video and nothing else. It is only shown inside a page of ours: opened by itself, it does not exist.
 */
export const videoPlayer: RequestHandler = (request, response) => {
  const video = embedOf(request.query.adresse);
  const isFramed =
    request.headers['sec-fetch-dest'] === 'iframe' && request.headers['sec-fetch-site'] === 'same-origin';
  response.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src-attr 'unsafe-inline'",
      `frame-src ${video ? new URL(video.player).origin : "'none'"}`,
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    // Its site and no more: some players refuse to play for a page that does not say where it is.
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
  });
  if (!video || !isFramed) {
    response.status(404).type('txt').send(documentBlocks.videoUnknown);
    return;
  }
  const player = htmlOf([
    'iframe',
    {
      src: video.player,
      title: documentBlocks.videoOn(video.host),
      style: FILLS,
      sandbox:
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
      allow: 'fullscreen; picture-in-picture; encrypted-media',
      allowfullscreen: '',
      referrerpolicy: 'strict-origin',
    },
  ]);
  const title = escapeText(documentBlocks.videoOn(video.host));
  response
    .type('html')
    .send(
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body style="margin:0">${player}</body></html>`,
    );
};
