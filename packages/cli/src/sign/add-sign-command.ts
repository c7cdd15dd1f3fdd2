import type { Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readCount } from '../arguments/read-count.js'
import { readDurationSeconds } from '../arguments/read-duration-seconds.js'
import { readMoment } from '../arguments/read-moment.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { runSign, type SignOptions } from './run-sign.js'

const MORE = `
Examples:
  $ secure-uploading sign --expires-in 30m
  $ secure-uploading sign --jwt --scope /base/ --operations 1 --subject user-42
  $ pass show uploadcare | secure-uploading sign --secret-stdin --json

Exit codes: 0 signed, 2 the command was not used rightly.`

export function addSignCommand(program: Command, terminal: Terminal): void {
  program
    .command('sign')
    .description('Makes a signature, or an auth token, and a curl line that uploads with it.')
    .usage('[options]')
    .option(
      '--expires-in <duration>',
      'how long it is valid: 1800, 90s, 30m, 2h (default: 30m)',
      readDurationSeconds,
    )
    .option('--expires-at <moment>', 'until when instead: Unix seconds, or 2030-01-31T18:00:00Z', readMoment)
    .option('--jwt', "make an auth token (JWT), Uploadcare's newer credential; it lives 24 hours at most")
    .option(
      '--scope <path>',
      'with --jwt, a path that it opens: /base/ or /multipart/*; may be given again',
      collect,
    )
    .option('--operations <number>', 'with --jwt, how many files may be uploaded with it', readCount)
    .option('--subject <text>', 'with --jwt, who it is for')
    .option('--token-id <text>', 'with --jwt, a name of its own')
    .option(
      '--public-key <key>',
      "the project's public key, for the curl line (default: UPLOADCARE_PUBLIC_KEY)",
    )
    .option('--file <path>', 'the file in the curl line', 'image.jpg')
    .option('--base-url <url>', 'the Upload API in the curl line', 'https://upload.uploadcare.com')
    .option(...SECRET_STDIN)
    .option('--json', 'print one JSON object, as a token endpoint answers')
    .addHelpText('after', MORE)
    // What stands there may be a secret, which commander would repeat.
    .allowExcessArguments()
    .action(async (options: SignOptions, command: Command) => {
      await runSign(command.args, options, terminal)
    })
}
