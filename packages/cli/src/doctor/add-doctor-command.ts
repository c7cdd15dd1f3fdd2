import type { Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readTimeoutSeconds } from '../arguments/read-timeout-seconds.js'
import type { ExitCode } from '../exit-code.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { runDoctor, type DoctorOptions } from './run-doctor.js'

const MORE = `
It asks some fifteen times, as the user's own page would and as an attacker would. With UPLOADCARE_SECRET_KEY it checks
that the tokens are signed right, too. To see the tokens of an endpoint that asks who is there, give it a session: $NAME
in --cookie and --header stands for a variable of the environment (in single quotes, so that the shell leaves it alone).

Examples:
  $ secure-uploading doctor https://app.example.com/api/upload-token --cookie '$SESSION_COOKIE'
  $ secure-uploading doctor --bundle dist
  $ secure-uploading doctor http://127.0.0.1:3000/api/upload-token --anyone --json

Exit codes: 0 nothing is wrong, 1 something is, 2 the command was not used rightly.`

export function addDoctorCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('doctor')
    .description('Examines a token endpoint, and built files for secrets in them.')
    .argument('[URL]', 'the address of the token endpoint')
    .option('--bundle <directory>', 'look for secrets in the files that browsers are sent')
    .option(
      '--cookie <cookies>',
      "the cookies of a user who is signed in, from a variable: '$SESSION_COOKIE'",
    )
    .option(
      '--header <line>',
      "a header of a user who is signed in: 'Name: $NAME'; may be given again",
      collect,
    )
    .option('--origin <origin>', "the origin of the page, where it is not the endpoint's own")
    .option('--anyone', 'anyone may upload, on purpose')
    .option('--public-key <key>', "the project's public key (default: UPLOADCARE_PUBLIC_KEY)")
    .option(...SECRET_STDIN)
    .option(
      '--timeout <duration>',
      'how long one request may take, an hour at most (default: 10s)',
      readTimeoutSeconds,
    )
    .option('--strict', 'fail for what is doubtful or could not be checked, too')
    .option('--json', 'print one JSON object')
    .addHelpText('after', MORE)
    .action(async (url: string | undefined, options: DoctorOptions) => {
      finish(await runDoctor(url, options, terminal))
    })
}
