import { parseArgs } from 'node:util'
import { isTemplateName, TEMPLATE_NAMES, type TemplateName } from './templates.js'
import { UsageError } from './usage-error.js'

export interface Request {
  /** The folder of the project. */
  folder?: string | undefined
  template?: TemplateName | undefined
  help: boolean
  version: boolean
}

/**
 * Parses the command line.
 *
 * @throws {UsageError} for an unknown option, an unknown template, or too many words
 */
export function parseWords(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Request {
  const { values, positionals } = parse(words)
  // npm keeps an option that does not follow `--` and passes on its value alone; PowerShell removes the `--`.
  const kept = env['npm_config_template']
  const template = values.template ?? (kept !== undefined && isTemplateName(kept) ? kept : undefined)
  const names = values.template === undefined ? positionals.filter((word) => word !== template) : positionals
  if (template !== undefined && !isTemplateName(template)) {
    throw new UsageError(`Unknown template "${template}". Expected one of: ${TEMPLATE_NAMES}.`)
  }
  if (names.length > 1) {
    throw new UsageError(
      `Expected one folder, got ${names.length}. With npm, options follow "--": npm create @secure-uploading my-app -- --template next`,
    )
  }
  return { folder: names[0], template, help: values.help === true, version: values.version === true }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        template: { type: 'string', short: 't' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
