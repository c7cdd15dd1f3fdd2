import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'
import { createUploadClient, type ClientOptions } from './create-upload-client.js'
import { listenForInterrupt } from './listen-for-interrupt.js'
import { openFile } from './open-file.js'
import { createProgress } from './progress/create-progress.js'
import { readMetadata } from './read-metadata.js'
import { reportOutcomes } from './report-outcomes.js'
import { openResumePlaces } from './resume/resume-places.js'
import { uploadInQueue } from './upload-in-queue.js'

export interface UploadCommandOptions extends ClientOptions {
  store?: 'auto' | 'yes' | 'no'
  metadata?: string[]
  concurrency: number
  /** False with --no-resume. */
  resume: boolean
  resumeDirectory?: string
  json?: true
}

const STORE = { auto: 'auto', yes: true, no: false } as const

/**
 * Uploads files, and prints the result for each.
 *
 * @throws {UsageError} before anything is sent
 */
export async function runUpload(
  paths: readonly string[],
  options: UploadCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { concurrency } = options
  const store = options.store && { store: STORE[options.store] }
  const metadata = options.metadata && { metadata: readMetadata(options.metadata) }
  const files = await Promise.all([...new Set(paths)].map(openFile))
  const progress = createProgress(terminal)
  const { client, setup } = await createUploadClient(options, { ...store }, terminal, (line) => {
    progress.say(line)
  })
  const places = options.resume
    ? await openResumePlaces(options, { ...store, ...metadata }, terminal.env)
    : undefined

  const interrupt = listenForInterrupt(terminal)
  const { signal } = interrupt
  const queueOptions = { ...metadata, setup, concurrency, places, signal }
  const outcomes = await uploadInQueue(client, files, queueOptions, progress)
  // The token request is shared by all files, so the queue does not abort it.
  if (signal.aborted) client.tokenSource.clear()
  await places?.settled()
  progress.stop()
  interrupt.stopListening()
  reportOutcomes(outcomes, options, terminal)
  if (signal.aborted) return EXIT_CODE.interrupted
  return outcomes.every(({ status }) => status === 'uploaded') ? EXIT_CODE.success : EXIT_CODE.failed
}
