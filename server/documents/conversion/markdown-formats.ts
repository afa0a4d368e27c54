/** GitHub's Markdown with notes and formulas, as we write it: the one that most programs read. */
export const MARKDOWN_WRITTEN = 'gfm+footnotes+tex_math_dollars-smart-yaml_metadata_block-alerts';
/** As we read it: what people write beside it too. */
export const MARKDOWN_READ =
  'gfm+footnotes+tex_math_dollars+yaml_metadata_block+alerts+definition_lists-smart';
