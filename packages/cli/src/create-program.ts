import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addDoctorCommand } from './doctor/add-doctor-command.js'
import type { ExitCode } from './exit-code.js'
import { addSignCommand } from './sign/add-sign-command.js'
import { addInitCommand } from './init/add-init-command.js'
import type { Terminal } from './terminal/terminal.js'
import { addUploadCommand } from './upload/add-upload-command.js'
import { addVerifyCommand } from './verify/add-verify-command.js'
import { printable } from './wording/printable.js'

const MORE = `
Pass secrets in the environment or on stdin, never on the command line:
  UPLOADCARE_SECRET_KEY  the project's secret key; separate several with commas or spaces: the first one signs
  UPLOADCARE_PUBLIC_KEY  the project's public key, used if --public-key is missing

upload and doctor connect through the proxy of HTTPS_PROXY or HTTP_PROXY, except to the hosts in NO_PROXY.

Exit codes: 0 success, 1 failure, 2 usage error, 130 interrupted (Ctrl-C).`

/** Creates the command-line program. Calls `finish` with the exit code. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('secure-uploading')
    .description(
      'Secure uploads to Uploadcare: sign, verify, upload, check a token endpoint, and add uploads to an app.',
    )
    .version(readVersion(), '-V, --version')
    .addHelpText('after', MORE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.print(text.trimEnd())
      },
      writeErr: (text) => {
        terminal.printError(text.trimEnd())
      },
      // The value of a mistyped option can be a secret.
      outputError: (text, write) => {
        const redacted = text.replace(/'(--?[\w-]+)=[^]*'/, "'$1=…'")
        write(redacted.split('\n').map(printable).join('\n'))
      },
    })
  addSignCommand(program, terminal)
  addVerifyCommand(program, terminal, finish)
  addUploadCommand(program, terminal, finish)
  addDoctorCommand(program, terminal, finish)
  addInitCommand(program, terminal, finish)
  return program
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}
