import { TARGETS } from './targets.mjs'

const RUNTIMES = listTitles(({ runtime }) => runtime !== undefined)

const INTRODUCTION = `# The contract

The rules of the token endpoint, the webhook endpoint and the uploads endpoint. Every rule is tested with every adapter and
runtime below; the tables of exceptions list where a rule does not apply. The rules are in \`packages/contract/src/rules\`,
\`packages/contract/src/webhook/rules\` and \`packages/contract/src/uploads/rules\`.

\`npm run test:runtimes -- --update\` generates this file from the test results. Without \`--update\`, that command fails if
this file is out of date.

- Adapters, called as their framework calls them: ${listTitles(({ runtime }) => runtime === undefined)}
- Runtimes, with the handlers of \`@secure-uploading/server\`: ${RUNTIMES}
`

/**
 * Renders the contract as Markdown: the rules of each endpoint by group, and a table of the adapters and runtimes to which a rule
 * does not apply.
 *
 * @param {{ endpoints: { endpoint: string, groups: RuleGroup[] }[], reasons: Record<string, string>,
 *   statusOf: (target: object, endpoint: string, rule: string) => 'passed' | 'skipped' | 'pending' | 'failed' | undefined }} results
 * @returns {string}
 * @typedef {{ title: string, rules: { name: string, needs?: string }[] }} RuleGroup
 */
export function renderContract({ endpoints, reasons, statusOf }) {
  const parts = endpoints.flatMap(({ endpoint, groups }) => [
    `## ${capitalize(endpoint)}\n`,
    ...groups.map(renderGroup),
    ...renderExceptions(groups, reasons, endpoint, statusOf),
  ])
  return [INTRODUCTION, ...parts].join('\n')
}

function renderGroup({ title, rules }) {
  return `### ${title}\n\n${rules.map(({ name }) => `- ${escapeMarkdown(name)}`).join('\n')}\n`
}

function renderExceptions(groups, reasons, endpoint, statusOf) {
  const rows = groups.flatMap(({ rules }) =>
    rules.flatMap(({ name, needs }) => {
      const titlesWith = (matches) =>
        shorten(listTitles((target) => matches(statusOf(target, endpoint, name))))
      const notApplicable = titlesWith((status) => status === 'skipped' || status === 'pending')
      const failing = titlesWith((status) => status === 'failed' || status === undefined)
      return [
        ...(notApplicable === '' ? [] : [[escapeMarkdown(name), notApplicable, reasons[needs]]]),
        ...(failing === '' ? [] : [[escapeMarkdown(name), failing, '✗ The rule fails.']]),
      ]
    }),
  )
  if (rows.length === 0) return []
  const table = [['Rule', 'Not in', 'Reason'], ['---', '---', '---'], ...rows]
  const heading = `### Exceptions of ${endpoint}`
  return [heading, '', ...table.map((row) => `| ${row.join(' | ')} |`), '']
}

function listTitles(isListed) {
  return TARGETS.filter(isListed)
    .map(({ title }) => title)
    .join(', ')
}

function shorten(titles) {
  return titles.replace(RUNTIMES, 'every runtime')
}

function capitalize(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// Rule names contain JSON, whose characters are Markdown syntax.
function escapeMarkdown(name) {
  return name.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}
