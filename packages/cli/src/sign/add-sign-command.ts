import type { Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readCount } from '../arguments/read-count.js'
import { readExpiresIn } from '../arguments/read-expires-in.js'
import { readExpiresAt } from '../arguments/read-moment.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { runSign, type SignOptions } from './run-sign.js'

const MORE = `
Examples:
  $ secure-uploading sign --expires-in 30m
  $ secure-uploading sign --jwt --scope /base/ --operations 1 --subject user-42
  $ pass show uploadcare | secure-uploading sign --secret-stdin --json

Exit codes: 0 signed, 2 usage error.`

export function addSignCommand(program: Command, terminal: Terminal): void {
  program
    .command('sign')
    .description('Creates a signature or an auth token, and a curl command that uploads with it.')
    .usage('[options]')
    .option(
      '--expires-in <duration>',
      'lifetime, at most 7d: 1800 (seconds), 90s, 30m, 2h (default: 30m)',
      readExpiresIn,
    )
    .option(
      '--expires-at <moment>',
      'expiry, instead of a lifetime: Unix seconds, or 2030-01-31T18:00:00Z',
      (text) => readExpiresAt(text, Date.now()),
    )
    .option('--jwt', 'create an auth token (JWT) instead of a signature, valid for at most 24 hours')
    .option(
      '--scope <path>',
      'with --jwt: an allowed path, for example /base/ or /multipart/*; repeatable (default: all, AI endpoints included)',
      collect,
    )
    .option('--operations <number>', 'with --jwt: the number of files that can be uploaded', readCount)
    .option('--subject <text>', 'with --jwt: the user that the token is for (sub)')
    .option('--token-id <text>', 'with --jwt: the unique ID of the token (jti)')
    .option(
      '--public-key <key>',
      "the project's public key, for the curl command (default: UPLOADCARE_PUBLIC_KEY)",
    )
    .option('--file <path>', 'the file in the curl command', 'image.jpg')
    .option('--base-url <url>', 'the Upload API in the curl command', 'https://upload.uploadcare.com')
    .option(...SECRET_STDIN)
    .option('--json', 'print one JSON object, like a token endpoint')
    .addHelpText('after', MORE)
    // Commander would echo excess arguments, which can be secrets.
    .allowExcessArguments()
    .action(async (options: SignOptions, command: Command) => {
      await runSign(command.args, options, terminal)
    })
}
