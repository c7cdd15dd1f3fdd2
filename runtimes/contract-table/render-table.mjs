import { COLUMNS } from './columns.mjs'

const INTRODUCTION = `# The contract

Every rule of the token endpoint, and who was held to it. An adapter is called as its framework calls it; the runtimes run
the handler of \`@secure-uploading/server\`. The rules are in \`packages/contract/src/rules\`.

This file is written by \`npm run test:runtimes -- --update\` from what it runs. Without \`--update\` that command fails
when this file says anything else.

✓ the rule holds · – the framework does this itself, for the reason given below the table · ✗ the rule is broken
`

/**
 * Writes the table as Markdown.
 *
 * @param {{ groups: { title: string, rules: { name: string, needs?: string }[] }[], reasons: Record<string, string>,
 *   statusOf: (column: object, rule: string) => 'passed' | 'skipped' | 'failed' | undefined }} results
 */
export function renderTable({ groups, reasons, statusOf }) {
  const sections = groups.map(({ title, rules }) => {
    const notes = [...new Set(rules.flatMap(({ needs }) => needs ?? []))]
    const rows = rules.map(({ name, needs }) => [
      escaped(name),
      ...COLUMNS.map((column) => cell(statusOf(column, name), notes.indexOf(needs) + 1)),
    ])
    const head = ['', ...COLUMNS.map((column) => column.title)]
    const table = [head, head.map((_, index) => (index === 0 ? '---' : ':-:')), ...rows]
    const list = notes.map((needs, index) => `${index + 1}. ${reasons[needs]}`)
    return [`## ${title}`, '', ...table.map((row) => `| ${row.join(' | ')} |`), '', ...list, ''].join('\n')
  })
  return [INTRODUCTION, ...sections].join('\n')
}

function cell(status, note) {
  if (status === 'passed') return '✓'
  if (status === 'skipped' || status === 'pending') return `–<sup>${note}</sup>`
  return '✗'
}

// Names hold options as JSON, which Markdown would take for its own marks.
function escaped(name) {
  return name.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}
