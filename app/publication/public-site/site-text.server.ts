import { lexer, type Token } from 'marked';
import { safeLink } from '#shared/documents/attribute/safe-address.ts';
import type { SiteBlock, SiteInline } from './site-text.tsx';

/**
 * [SP1] Markdown of a page of the site as what its page draws: titles, paragraphs, lists, links, strong and stressed words. Anything
 * else, HTML first, is there as the words that it holds.
 */
export function readSiteText(markdown: string): SiteBlock[] {
  return lexer(markdown).flatMap((token): SiteBlock[] => {
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return [];
      case 'heading':
        return [{ kind: 'heading', level: token.depth > 2 ? 3 : 2, content: inlines(token.tokens) }];
      case 'list':
        return [
          {
            kind: 'list',
            isOrdered: token.ordered === true,
            items: (token.items as { tokens: Token[] }[]).map(({ tokens }) => inlines(tokens)),
          },
        ];
      default:
        return [{ kind: 'paragraph', content: inlines('tokens' in token ? token.tokens : undefined, token) }];
    }
  });
}

function inlines(tokens: readonly Token[] | undefined, whole?: Token): SiteInline[] {
  if (!tokens || tokens.length === 0) return whole ? [{ kind: 'text', text: whole.raw.trim() }] : [];
  return tokens.flatMap((token): SiteInline[] => {
    const inner = 'tokens' in token ? token.tokens : undefined;
    switch (token.type) {
      case 'strong':
      case 'em':
        return [{ kind: token.type, content: inlines(inner, token) }];
      case 'link': {
        const href = safeLink(token.href);
        return href ? [{ kind: 'link', href, content: inlines(inner, token) }] : inlines(inner, token);
      }
      case 'br':
        return [{ kind: 'text', text: ' ' }];
      case 'escape':
        return [{ kind: 'text', text: String(token.text) }];
      default:
        return inner && inner.length > 0 ? inlines(inner) : [{ kind: 'text', text: unescaped(token) }];
    }
  });
}

/** The lexer writes some signs for HTML; the page writes them itself. */
function unescaped(token: Token): string {
  return token.type === 'text' || token.type === 'codespan' ? decode(String(token.text)) : token.raw;
}

const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
