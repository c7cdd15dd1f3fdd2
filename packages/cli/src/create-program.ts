import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addDoctorCommand } from './doctor/add-doctor-command.js'
import type { ExitCode } from './exit-code.js'
import { addSignCommand } from './sign/add-sign-command.js'
import type { Terminal } from './terminal/terminal.js'
import { addUploadCommand } from './upload/add-upload-command.js'
import { addVerifyCommand } from './verify/add-verify-command.js'
import { printable } from './wording/printable.js'

const MORE = `
Secrets come from the environment or from stdin, never from the command line:
  UPLOADCARE_SECRET_KEY  the project's secret key; several are separated by commas or spaces, and the first one signs
  UPLOADCARE_PUBLIC_KEY  its public key, where --public-key is not given

Exit codes: 0 all is fine, 1 something is not, 2 the command was not used rightly, 130 Ctrl-C.`

/** Describes the commands. `finish` hears what the shell is to be told. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('secure-uploading')
    .description('Secure uploading to Uploadcare: signs, verifies, uploads, and examines a token endpoint.')
    .version(readVersion(), '-V, --version')
    .addHelpText('after', MORE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.print(text.trimEnd())
      },
      writeErr: (text) => {
        terminal.tell(text.trimEnd())
      },
      // Who mistypes an option may have put a secret behind it.
      outputError: (text, write) => {
        const told = text.replace(/'(--?[\w-]+)=[^]*'/, "'$1=…'")
        write(told.split('\n').map(printable).join('\n'))
      },
    })
  addSignCommand(program, terminal)
  addVerifyCommand(program, terminal, finish)
  addUploadCommand(program, terminal, finish)
  addDoctorCommand(program, terminal, finish)
  return program
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}
