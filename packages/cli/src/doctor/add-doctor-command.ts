import type { Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readTimeoutSeconds } from '../arguments/read-timeout-seconds.js'
import type { ExitCode } from '../exit-code.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { runDoctor, type DoctorOptions } from './run-doctor.js'

const MORE = `
Sends about 15 requests, like the user's own page and like an attacker. With UPLOADCARE_SECRET_KEY it also verifies the
signatures of tokens. If the endpoint requires authentication, pass a session: in --cookie and --header, $NAME is replaced
with the environment variable. Use single quotes, so that the shell does not expand it.

Examples:
  $ secure-uploading doctor https://app.example.com/api/upload-token --cookie '$SESSION_COOKIE'
  $ secure-uploading doctor --bundle dist
  $ secure-uploading doctor http://127.0.0.1:3000/api/upload-token --anyone --json

Exit codes: 0 no errors, 1 errors found, 2 usage error.`

export function addDoctorCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('doctor')
    .description('Checks a token endpoint, and searches built files for secrets.')
    .argument('[URL]', 'the URL of the token endpoint, or of an upload route: …/api/uploads?route=avatar')
    .option('--bundle <directory>', 'search the files that are sent to browsers for secrets')
    .option('--cookie <cookies>', "the cookies of a signed-in user, from a variable: '$SESSION_COOKIE'")
    .option('--header <line>', "a header of a signed-in user: 'Name: $NAME'; repeatable", collect)
    .option('--origin <origin>', "the origin of the page, if it differs from the endpoint's")
    .option('--anyone', 'anyone is allowed to upload, on purpose')
    .option('--public-key <key>', "the project's public key (default: UPLOADCARE_PUBLIC_KEY)")
    .option(...SECRET_STDIN)
    .option(
      '--timeout <duration>',
      'the time limit of one request, at most 1h (default: 10s)',
      readTimeoutSeconds,
    )
    .option('--strict', 'also fail for warnings and skipped checks')
    .option('--json', 'print one JSON object')
    .addHelpText('after', MORE)
    .action(async (url: string | undefined, options: DoctorOptions) => {
      finish(await runDoctor(url, options, terminal))
    })
}
