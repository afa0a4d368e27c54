const PROTOCOLS = ['http:', 'https:', 'mailto:'];
const FILE = /^\/fichiers\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** [D4] The address of a link as it may be followed: http, https or mailto; null for anything else. Total. */
export function safeLink(address: unknown): string | null {
  // The parser of browsers itself: it drops the line breaks and tabs behind which `java\nscript:` hides.
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return PROTOCOLS.includes(protocol) ? href : null;
}

/** [D5] The address of an image or an attached file: a file of ours, never another site; null for anything else. Total. */
export function safeFile(address: unknown): string | null {
  return typeof address === 'string' && FILE.test(address) ? address : null;
}
