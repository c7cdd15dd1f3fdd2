import { Command, InvalidArgumentError } from 'commander'
import type { ProjectOptions } from '../projects/project.js'
import { parseProject } from './parse-project.js'
import { runCommand } from './run-command.js'

const DEFAULT_PORT = 7070
// The exit codes of the command `secure-uploading`.
const FAILED = 1
const USAGE_ERROR = 2

const EXAMPLES = `
Examples:
  Start with a demo project and secure uploading on:
    $ npx @secure-uploading/emulator --port 7070 --project demopublickey:demosecretkey

  Upload with a signature of that secret key:
    $ curl -F UPLOADCARE_PUB_KEY=demopublickey -F signature=… -F expire=… -F file=@image.jpg http://127.0.0.1:7070/base/

  Point a client at it:
    new UploadClient({ publicKey: 'demopublickey', baseURL: 'http://127.0.0.1:7070', baseCDN: 'http://127.0.0.1:7070' })

  Serve HTTPS, for SDKs that require it:
    $ npx @secure-uploading/emulator --https --certificate ./emulator.pem
    $ SSL_CERT_FILE=./emulator.pem ruby upload.rb

  Start an app beside it, with the emulator's URL and keys in its environment; both end together:
    $ npx @secure-uploading/emulator --port 0 -- npm run dev

  Send signed webhooks to your own backend:
    $ npx @secure-uploading/emulator --webhook http://127.0.0.1:3000/api/uploadcare-webhook --webhook-secret …

Open http://127.0.0.1:7070/_emulator/ to see files and requests, and to change settings. Press Ctrl-C to stop.`

/** Creates the command with its options and help. */
export function createProgram(): Command {
  const program = new Command('secure-uploading-emulator')
  return program
    .description("Runs Uploadcare's Upload API on your machine, secure uploading included.")
    .option('-p, --port <number>', 'port to listen on; 0 selects a free port', readPort, DEFAULT_PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--project <public:secret>',
      'a project and its secret keys, separated by colons; repeatable\n(default: demopublickey:demosecretkey)',
      collectProject,
    )
    .option('--insecure', 'start with secure uploading off: uploads need no signature')
    .option('--data <directory>', 'store files in this directory while running, instead of in memory')
    .option('--memory-limit <MiB>', 'memory limit for stored files', readMebibytes, 1024)
    .option('--allow-private-sources', 'allow /from_url/ to fetch from this machine and private networks')
    .option(
      '--webhook <url>',
      'send webhooks for uploaded, stored, deleted and changed files to this URL; repeatable',
      collectUrl,
    )
    .option('--webhook-secret <secret>', 'secret that signs the webhooks')
    .option('--https', 'serve HTTPS with a certificate that is created at the start')
    .option('--certificate <file>', 'write the certificate of --https to this file, for clients to trust')
    .option('--public-url <url>', 'URL at which clients reach the emulator, for part and file URLs')
    .option(
      '--ready-after <ms>',
      'report files as ready this many milliseconds after their upload',
      readCount,
    )
    .option(
      '--ready-after-polls <number>',
      'report files as ready after this many requests for their info',
      readCount,
    )
    .option('--max-age <seconds>', 'lifetime of preflight results in browsers (default: 1)', readCount)
    .option('--json', 'log one JSON object per line')
    .argument('[command...]', 'after --: a command to run beside the emulator, which ends with it')
    .addHelpText('after', EXAMPLES)
    .action(async (command: string[], options: Parameters<typeof runCommand>[0]) => {
      await runCommand(options, command).catch((error: unknown) => {
        const exitCode = error instanceof TypeError ? USAGE_ERROR : FAILED
        program.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode })
      })
    })
    .exitOverride(({ exitCode, code }) => {
      // Commander exits with 1 when an option is invalid, and with 0 after --help.
      process.exit(code === 'commander.error' || exitCode === 0 ? exitCode : USAGE_ERROR)
    })
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.')
  return port
}

function readMebibytes(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a positive whole number of MiB.')
  return Number(text)
}

function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

function collectProject(text: string, projects: ProjectOptions[] = []): ProjectOptions[] {
  try {
    return [...projects, parseProject(text)]
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
  }
}

function collectUrl(url: string, urls: string[] = []): string[] {
  return [...urls, url]
}
