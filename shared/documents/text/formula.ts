/** The part of KaTeX that is used: given by whoever draws, so that a page without formulas never loads it. */
export interface Katex {
  renderToString(latex: string, options: object): string;
}

/**
 * [D11] TeX as MathML, which browsers draw, screen readers read and word processors take. Null when it is no TeX. Nothing in it
 * can lead anywhere or run: commands for links, styles and images are refused.
 */
export function formulaOf(katex: Katex): (latex: string, isBlock: boolean) => string | null {
  return (latex, isBlock) => {
    try {
      const drawn = katex.renderToString(latex, {
        displayMode: isBlock,
        output: 'mathml',
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxSize: 20,
        maxExpand: 200,
      });
      return /<math[\s\S]*<\/math>/.exec(drawn)?.[0] ?? null;
    } catch {
      return null;
    }
  };
}
