import { Command, InvalidArgumentError } from 'commander'
import type { ProjectOptions } from '../projects/project.js'
import { parseProject } from './parse-project.js'
import { runCommand } from './run-command.js'

const DEFAULT_PORT = 7070

const EXAMPLES = `
Examples:
  Run it for a demo project, with secure uploading on:
    $ npx @secure-uploading/emulator --port 7070 --project demopublickey:demosecretkey

  Upload with a signature made with that secret key:
    $ curl -F UPLOADCARE_PUB_KEY=demopublickey -F signature=… -F expire=… -F file=@image.jpg http://127.0.0.1:7070/base/

  Point a client at it:
    new UploadClient({ publicKey: 'demopublickey', baseURL: 'http://127.0.0.1:7070', baseCDN: 'http://127.0.0.1:7070' })

  Tell your own backend of each upload, signed as Uploadcare does:
    $ npx @secure-uploading/emulator --webhook http://127.0.0.1:3000/api/uploadcare-webhook --webhook-secret …

Open http://127.0.0.1:7070/_emulator/ to see files and refusals, and to turn switches. Ctrl-C ends it.`

/** Describes the command: its options and its help. */
export function createProgram(): Command {
  const program = new Command('secure-uploading-emulator')
  return program
    .description("Runs Uploadcare's Upload API on your machine, secure uploading included.")
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', readPort, DEFAULT_PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--project <public:secret>',
      'a project and its secret key, or several keys after more colons; may be given again\n(default: demopublickey:demosecretkey)',
      collectProject,
    )
    .option('--insecure', 'start with secure uploading switched off: no upload needs a signature')
    .option('--data <directory>', 'keep the bytes of files there while it runs, instead of in memory')
    .option('--memory-limit <MiB>', 'how much of files is kept in memory', readMebibytes, 1024)
    .option('--allow-private-sources', 'let /from_url/ fetch from this machine and private networks')
    .option(
      '--webhook <url>',
      'where every project tells that a file was uploaded, stored or deleted; may be given again',
      collectUrl,
    )
    .option('--webhook-secret <secret>', 'what the webhooks are signed with')
    .option('--json', 'log one JSON object per line, for machines')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Parameters<typeof runCommand>[0]) => {
      await runCommand(options).catch((error: unknown) => {
        program.error(`error: ${error instanceof Error ? error.message : String(error)}`)
      })
    })
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

function readMebibytes(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number of MiB.')
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
