import { Option, type Command } from 'commander'
import { collect } from '../arguments/collect.js'
import { readCount } from '../arguments/read-count.js'
import { readExpiresIn } from '../arguments/read-expires-in.js'
import type { ExitCode } from '../exit-code.js'
import { SECRET_STDIN } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import type { UploadCommandOptions } from './run-upload.js'

const MORE = `
Tokens come from a token endpoint, or are signed locally with UPLOADCARE_SECRET_KEY. In a header, $NAME is replaced with
the environment variable; use single quotes, so that the shell does not expand it. Credentials (Authorization, cookies,
keys) must come from a variable.

Files of 10 MiB or more are uploaded in parts. If the upload is interrupted, run the same command within a day to upload
the missing parts.

Examples:
  $ secure-uploading upload image.jpg video.mp4
  $ secure-uploading upload *.jpg --token-endpoint https://app.example.com/api/upload-token --header 'Cookie: $COOKIE'
  $ secure-uploading upload report.pdf --metadata origin=ci --json

Exit codes: 0 all files uploaded, 1 a file failed, 2 usage error, 130 interrupted (Ctrl-C).`

export function addUploadCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('upload')
    .description('Uploads files in parallel, and resumes interrupted uploads.')
    .argument('<FILE...>', 'the files')
    .option('--token-endpoint <url>', 'the token endpoint, used instead of the secret key')
    .option('--header <line>', "a header for the token endpoint: 'Name: value'; repeatable", collect)
    .option(
      '--public-key <key>',
      "the project's public key (default: UPLOADCARE_PUBLIC_KEY, or the endpoint's)",
    )
    .option(...SECRET_STDIN)
    .option(
      '--expires-in <duration>',
      'lifetime of locally signed tokens, at most 7d (default: 30m)',
      readExpiresIn,
    )
    .addOption(
      new Option('--store <when>', "whether to store the files; auto uses the project's setting").choices([
        'auto',
        'yes',
        'no',
      ]),
    )
    .option('--metadata <key=value>', 'metadata of every file; repeatable', collect)
    .option('--concurrency <number>', 'the number of parallel uploads', readCount, 3)
    .option('--no-resume', 'neither resume nor record uploads')
    .option('--resume-directory <path>', 'the directory that records interrupted uploads')
    .option('--base-url <url>', 'the Upload API, or an emulator', 'https://upload.uploadcare.com')
    .option('--base-cdn <url>', "the base URL of uploaded files (default: the project's own host)")
    .option('--json', 'print one JSON object with the results')
    .addHelpText('after', MORE)
    .action(async (paths: string[], options: UploadCommandOptions) => {
      // Imported on demand, so that the other commands start faster.
      const { runUpload } = await import('./run-upload.js')
      finish(await runUpload(paths, options, terminal))
    })
}
