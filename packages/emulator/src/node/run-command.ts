import { writeFile } from 'node:fs/promises'
import type { ProjectOptions } from '../projects/project.js'
import { appEnvironment } from './app-environment.js'
import { jsonLine, textLine } from './log-line.js'
import { parseProject } from './parse-project.js'
import { commandWebhooks } from './command-webhooks.js'
import { runBeside } from './run-beside.js'
import type { EmulatorServerOptions } from './server-options.js'
import { startEmulator, type EmulatorServer } from './start-emulator.js'

interface CommandOptions {
  port: number
  host: string
  project?: ProjectOptions[]
  insecure?: true
  data?: string
  /** In **MiB**. */
  memoryLimit: number
  allowPrivateSources?: true
  webhook?: string[]
  webhookSecret?: string
  https?: true
  certificate?: string
  publicUrl?: string
  /** In **milliseconds**. */
  readyAfter?: number
  readyAfterPolls?: number
  /** In **seconds**. */
  maxAge?: number
  json?: true
}

/**
 * Runs the emulator until Ctrl-C and logs each request.
 *
 * @param command the words of a command to run beside the emulator until one of them ends
 * @throws {Error} when it cannot start.
 */
export async function runCommand(options: CommandOptions, command: readonly string[] = []): Promise<void> {
  const { port, host, data, memoryLimit, project = [parseProject('demopublickey:demosecretkey')] } = options
  const projects = project.map((each) => ({
    ...each,
    secureUploading: options.insecure !== true,
    allowPrivateSources: options.allowPrivateSources === true,
    webhooks: commandWebhooks(options.webhook, options.webhookSecret),
  }))
  const server = await startEmulator({
    port,
    host,
    projects,
    memoryLimitBytes: memoryLimit * 1024 * 1024,
    ...(data !== undefined && { dataDirectory: data }),
    ...serverOptions(options),
  })
  if (options.certificate !== undefined) await writeFile(options.certificate, server.certificate ?? '')
  ignoreClosedOutput()
  const line = options.json ? jsonLine : textLine
  server.emulator.journal.onAnswer((entry) => {
    console.log(line(entry))
  })
  // Before the greeting: a program that reads it may send the signal immediately.
  if (command.length === 0) closeOnSignal(server)
  greet(server, options.json === true)
  if (command.length > 0) {
    process.exitCode = await runBeside(server, command, appEnvironment(server.url, project[0]))
  }
}

function serverOptions(options: CommandOptions): Partial<EmulatorServerOptions> {
  const { https, certificate, publicUrl, readyAfter, readyAfterPolls, maxAge } = options
  if (certificate !== undefined && https !== true) {
    throw new TypeError('--certificate requires --https: add --https, or remove --certificate')
  }
  if (readyAfter !== undefined && readyAfterPolls !== undefined) {
    throw new TypeError('--ready-after and --ready-after-polls exclude each other: remove one of them')
  }
  return {
    ...(https && { https }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(readyAfter !== undefined && { readiness: { afterMs: readyAfter } }),
    ...(readyAfterPolls !== undefined && { readiness: { afterPolls: readyAfterPolls } }),
    ...(maxAge !== undefined && { maxAgeSeconds: maxAge }),
  }
}

function greet({ url, emulator }: EmulatorServer, isJson: boolean): void {
  const projects = emulator.projects
    .list()
    .map(({ publicKey, secureUploading }) => ({ publicKey, secureUploading }))
  if (isJson) {
    console.log(JSON.stringify({ event: 'listening', url, projects }))
    return
  }
  console.log(`Emulator of Uploadcare's Upload API: ${url}`)
  console.log(`Files, requests and settings: ${url}/_emulator/`)
  for (const { publicKey, secureUploading } of projects) {
    console.log(`  project ${publicKey}, secure uploading ${secureUploading ? 'on' : 'off'}`)
  }
}

/** Keeps serving after stdout is closed, as by `| head -1`. */
function ignoreClosedOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
}

function closeOnSignal(server: EmulatorServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0))
    })
  }
}
