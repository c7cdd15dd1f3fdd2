import { Option, type Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readCount } from '../arguments/read-count.js'
import { readDurationSeconds } from '../arguments/read-duration-seconds.js'
import type { ExitCode } from '../exit-code.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import type { UploadCommandOptions } from './run-upload.js'

const MORE = `
Its tokens come from a token endpoint, or are signed here with UPLOADCARE_SECRET_KEY. In a header, $NAME stands for a
variable of the environment (in single quotes, so that the shell leaves it alone); authorization, cookies and keys must
come from there.

A file of 10 MiB and more goes in parts. When its upload is interrupted, the same command goes on with the parts that
are missing, for nearly a day.

Examples:
  $ secure-uploading upload image.jpg video.mp4
  $ secure-uploading upload *.jpg --token-endpoint https://app.example.com/api/upload-token --header 'Cookie: $COOKIE'
  $ secure-uploading upload report.pdf --metadata origin=ci --json

Exit codes: 0 all files were uploaded, 1 one was not, 2 the command was not used rightly, 130 Ctrl-C.`

export function addUploadCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('upload')
    .description('Uploads files, several at once, and goes on with what was interrupted.')
    .argument('<FILE...>', 'the files')
    .option('--token-endpoint <url>', 'where the tokens come from, instead of the secret key')
    .option('--header <line>', "a header for the token endpoint: 'Name: value'; may be given again", collect)
    .option(
      '--public-key <key>',
      "the project's public key (default: UPLOADCARE_PUBLIC_KEY, or the endpoint's)",
    )
    .option(...SECRET_STDIN)
    .option(
      '--expires-in <duration>',
      'how long a token signed here is valid (default: 30m)',
      readDurationSeconds,
    )
    .addOption(
      new Option('--store <when>', "whether the files are kept: auto is the project's setting").choices([
        'auto',
        'yes',
        'no',
      ]),
    )
    .option('--metadata <key=value>', 'goes along with every file; may be given again', collect)
    .option('--concurrency <number>', 'how many files are uploaded at a time', readCount, 3)
    .option('--no-resume', 'begin anew, and remember nothing for another time')
    .option('--resume-directory <path>', 'where interrupted uploads are remembered')
    .option('--base-url <url>', 'the Upload API, or an emulator of it', 'https://upload.uploadcare.com')
    .option('--base-cdn <url>', "where files are served from (default: the project's own host)")
    .option('--json', 'print one JSON object with the results')
    .addHelpText('after', MORE)
    .action(async (paths: string[], options: UploadCommandOptions) => {
      // The other commands start faster without upload-client.
      const { runUpload } = await import('./run-upload.js')
      finish(await runUpload(paths, options, terminal))
    })
}
