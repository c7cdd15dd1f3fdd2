import type { Terminal } from '../terminal/terminal.js'
import { printableJson } from '../wording/printable-json.js'
import { printable } from '../wording/printable.js'
import { shellQuoted } from '../wording/shell-quoted.js'
import type { Outcome } from './outcome.js'

/** Prints the URLs of uploaded files, and how to resume interrupted uploads. */
export function reportOutcomes(
  outcomes: readonly Outcome[],
  { json, resume }: { json?: true; resume: boolean },
  terminal: Terminal,
): void {
  if (json) terminal.print(printableJson({ files: outcomes }))
  for (const outcome of json ? [] : outcomes) {
    if (outcome.status === 'uploaded')
      terminal.print(`${printable(outcome.file)}  ${printable(outcome.cdnUrl)}`)
  }
  const interrupted = outcomes.filter(({ status }) => status === 'interrupted')
  if (interrupted.length === 0) return
  terminal.printError(
    [
      `Interrupted: ${outcomes.filter(({ status }) => status === 'uploaded').length} of ${outcomes.length} uploaded.`,
      resume
        ? 'To resume, run the same command with the missing files. Uploaded parts are not sent again:'
        : 'To upload the missing files, run the same command with:',
      `  secure-uploading upload ${interrupted.map(({ file }) => shellQuoted(file)).join(' ')} …`,
    ].join('\n'),
  )
}
