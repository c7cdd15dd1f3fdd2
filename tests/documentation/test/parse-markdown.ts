import MarkdownIt from 'markdown-it'

const markdownIt = new MarkdownIt({ html: true })
const FRONTMATTER = /^---\n[\s\S]*?\n---\n/

/** Parses a document, without its frontmatter, with the parser of the documentation site. */
export const parseMarkdown = (markdown: string): ReturnType<MarkdownIt['parse']> =>
  markdownIt.parse(markdown.replace(FRONTMATTER, ''), {})

/** Returns the texts of the headings, without their markup. */
export function headingsOf(markdown: string): string[] {
  const tokens = parseMarkdown(markdown)
  return tokens.flatMap(({ type }, index) => {
    if (type !== 'heading_open') return []
    const children = tokens[index + 1]?.children ?? []
    const texts = children.filter((child) => child.type === 'text' || child.type === 'code_inline')
    return [texts.map(({ content }) => content).join('')]
  })
}
