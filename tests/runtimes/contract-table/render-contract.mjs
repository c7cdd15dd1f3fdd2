import { COLUMNS } from './columns.mjs'

/**
 * Renders `docs/contract.md`: the rules of each endpoint by group, and a table of the exceptions with their reasons.
 *
 * @param {{ endpoints: { endpoint: string, groups: RuleGroup[] }[], reasons: Record<string, string>,
 *   statusOf: (column: object, endpoint: string, rule: string) => 'passed' | 'skipped' | 'pending' | 'failed' | undefined }} results
 * @typedef {{ title: string, rules: { name: string, needs?: string }[] }} RuleGroup
 */
export function renderContract({ endpoints, reasons, statusOf }) {
  const parts = endpoints.map(({ endpoint, groups }) =>
    [
      `## ${endpoint.replace('the', 'The')}`,
      ...groups.map(
        ({ title, rules }) => `### ${title}\n\n${rules.map(({ name }) => `- ${escape(name)}`).join('\n')}`,
      ),
      `### Exceptions\n\n${exceptions(groups, reasons, (column, rule) => statusOf(column, endpoint, rule))}`,
    ].join('\n\n'),
  )
  return `${[introduction(), ...parts].join('\n\n')}\n`
}

function introduction() {
  return `# The contract

The rules of the token endpoint and of the webhook endpoint. Every adapter is tested against them as its framework calls it, and every
runtime with the handlers of \`@secure-uploading/server\`. The rules are in \`packages/contract/src\`.

Tested: ${COLUMNS.map(({ title }) => title).join(', ')}. Where a rule does not apply, it is listed under the exceptions.

\`npm run test:runtimes -- --update\` generates this file. Without \`--update\` the command fails when the file is out of date.`
}

function exceptions(groups, reasons, statusOf) {
  const rows = groups
    .flatMap(({ rules }) => rules)
    .map(({ name, needs }) => ({
      name,
      reason: reasons[needs],
      titles: COLUMNS.filter((column) => isSkipped(statusOf(column, name))).map(({ title }) => title),
    }))
    .filter(({ titles }) => titles.length > 0)
    .map(({ name, reason, titles }) => `| ${escape(name)} | ${titles.join(', ')} | ${reason} |`)
  return ['| rule | does not apply to | reason |', '| --- | --- | --- |', ...rows].join('\n')
}

function isSkipped(status) {
  return status === 'skipped' || status === 'pending'
}

// Names contain options as JSON, which Markdown would interpret.
function escape(name) {
  return name.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}
