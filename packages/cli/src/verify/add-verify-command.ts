import type { Command } from 'commander'
import { readUploadPath } from '../arguments/read-upload-path.js'
import type { ExitCode } from '../exit-code.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { runVerify, type VerifyOptions } from './run-verify.js'

const MORE = `
Pass the credential as arguments or on stdin: "SIGNATURE EXPIRE", a JWT, signature=…&expire=…, or the JSON of a token
endpoint. The secret key comes from UPLOADCARE_SECRET_KEY; with several keys, any of them verifies.

Examples:
  $ secure-uploading verify 46f70d2b4fb6196daeb2c16bf44a7f1e 1454903856
  $ curl -X POST https://app.example.com/api/upload-token | secure-uploading verify
  $ secure-uploading verify eyJ… --path /group/

Exit codes: 0 valid, 1 invalid, 2 usage error.`

export function addVerifyCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('verify')
    .description('Checks a signature or an auth token the way Uploadcare does, and explains errors.')
    .usage('[options] [SIGNATURE EXPIRE | JWT]')
    .option('--jwt', 'treat the argument as an auth token (JWT)')
    .option(
      '--path <path>',
      "check the auth token's scope for this path of the Upload API, for example /base/",
      readUploadPath,
    )
    .option(...SECRET_STDIN)
    .option('--json', 'print one JSON object')
    .addHelpText('after', MORE)
    .allowExcessArguments()
    .action(async (options: VerifyOptions, command: Command) => {
      finish(await runVerify(command.args, options, terminal))
    })
}
