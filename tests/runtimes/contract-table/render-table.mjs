import { COLUMNS } from './columns.mjs'

const INTRODUCTION = `# The contract

Every rule of the token endpoint and of the webhook endpoint, and who was held to it. An adapter is called as its framework
calls it; the runtimes run the handlers of \`@secure-uploading/server\`. The rules are in \`packages/contract/src/rules\` and
\`packages/contract/src/webhook/rules\`.

This file is written by \`npm run test:runtimes -- --update\` from what it runs. Without \`--update\` that command fails
when this file says anything else.

✓ the rule holds · – it is not the handler's to keep there, for the reason given below · ✗ the rule is broken
`

/**
 * Writes the table as Markdown: a part for each endpoint, and in it a section for each group of its rules.
 *
 * @param {{ endpoints: { endpoint: string, groups: RuleGroup[] }[], reasons: Record<string, string>,
 *   statusOf: (column: object, endpoint: string, rule: string) => 'passed' | 'skipped' | 'failed' | undefined }} results
 * @typedef {{ title: string, rules: { name: string, needs?: string }[] }} RuleGroup
 */
export function renderTable({ endpoints, reasons, statusOf }) {
  const parts = endpoints.flatMap(({ endpoint, groups }) => [
    `## ${endpoint.replace('the', 'The')}\n`,
    ...groups.map((group) => section(group, reasons, (column, rule) => statusOf(column, endpoint, rule))),
  ])
  return [INTRODUCTION, ...parts].join('\n')
}

function section({ title, rules }, reasons, statusOf) {
  const leftOut = rules.filter(({ name }) => COLUMNS.some((column) => isLeftOut(statusOf(column, name))))
  const notes = [...new Set(leftOut.map(({ needs }) => needs))]
  const rows = rules.map(({ name, needs }) => [
    escaped(name),
    ...COLUMNS.map((column) => cell(statusOf(column, name), notes.indexOf(needs) + 1)),
  ])
  const head = ['', ...COLUMNS.map((column) => column.title)]
  const table = [head, head.map((_, index) => (index === 0 ? '---' : ':-:')), ...rows]
  const list = notes.map((needs, index) => `${index + 1}. ${reasons[needs]}`)
  return [`### ${title}`, '', ...table.map((row) => `| ${row.join(' | ')} |`), '', ...list, ''].join('\n')
}

function cell(status, note) {
  if (status === 'passed') return '✓'
  if (isLeftOut(status)) return `–<sup>${note}</sup>`
  return '✗'
}

function isLeftOut(status) {
  return status === 'skipped' || status === 'pending'
}

// Names hold options as JSON, which Markdown would take for its own marks.
function escaped(name) {
  return name.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}
