import { Command, InvalidArgumentError } from 'commander'
import type { ProjectOptions } from '../projects/project.js'
import { parseProject } from './parse-project.js'
import { startEmulator } from './start-emulator.js'

const DEFAULT_PORT = 7070

interface CommandOptions {
  port: number
  host: string
  project?: ProjectOptions[]
  insecure?: true
  data?: string
}

const command = new Command('secure-uploading-emulator')
  .description("Runs Uploadcare's Upload API on your machine, with secure uploading.")
  .option('-p, --port <number>', 'port to listen on; 0 takes a free one', readPort, DEFAULT_PORT)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option(
    '--project <public:secret>',
    'a project and its secret keys; may be given several times (default: demopublickey:demosecretkey)',
    collectProject,
  )
  .option('--data <directory>', 'keep the bytes of files there while it runs; in memory otherwise')
  .option('--insecure', 'start with secure uploading switched off: no upload needs a signature')
  .addHelpText(
    'after',
    `
Example:
  $ npx @secure-uploading/emulator --port 7070 --project demopublickey:demosecretkey
  $ curl -F UPLOADCARE_PUB_KEY=demopublickey -F signature=… -F expire=… -F file=@image.jpg http://127.0.0.1:7070/base/`,
  )
  .action(run)

void command.parseAsync()

async function run({ port, host, project, insecure, data }: CommandOptions): Promise<void> {
  const projects = (project ?? [parseProject('demopublickey:demosecretkey')]).map((each) => ({
    ...each,
    secureUploading: insecure !== true,
  }))
  const server = await startEmulator({
    ...{ port, host, projects },
    ...(data !== undefined && { dataDirectory: data }),
  }).catch((error: unknown): never =>
    command.error(error instanceof Error ? error.message : String(error)),
  )
  server.emulator.journal.onAnswer(({ method, path, status, errorCode, verdict }) => {
    const hint = verdict?.valid === false && verdict.hint !== undefined ? ` (${verdict.hint})` : ''
    console.log(
      `${method} ${path} ${status ?? 'dropped'}${errorCode === undefined ? '' : ` ${errorCode}`}${hint}`,
    )
  })
  console.log(`Uploadcare's Upload API, emulated: ${server.url}`)
  for (const { publicKey, secureUploading } of projects) {
    console.log(`  project ${publicKey}, secure uploading ${secureUploading ? 'on' : 'off'}`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0))
    })
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

function collectProject(text: string, projects: ProjectOptions[] = []): ProjectOptions[] {
  try {
    return [...projects, parseProject(text)]
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
  }
}
