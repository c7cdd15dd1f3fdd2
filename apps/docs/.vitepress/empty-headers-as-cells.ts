import type { MarkdownRenderer } from 'vitepress'

/** Renders the empty header cell in the corner of a table as a cell, because a header without text describes nothing. */
export function emptyHeadersAsCells(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('empty-headers', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const close = tokens[index + 2]
      if (token.type !== 'th_open' || tokens[index + 1]?.content !== '' || !close) continue
      token.tag = 'td'
      close.tag = 'td'
    }
  })
}
