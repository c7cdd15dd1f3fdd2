import { Queue } from '@uploadcare/upload-client'
import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'
import { createUploadClient, type ClientOptions } from './create-upload-client.js'
import { listenForInterrupt } from './listen-for-interrupt.js'
import { openFile } from './open-file.js'
import { createProgress } from './progress/create-progress.js'
import { readMetadata } from './read-metadata.js'
import { reportOutcomes } from './report-outcomes.js'
import { resumePlaces } from './resume/resume-place.js'
import { uploadOne } from './upload-one.js'

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
  const { store, metadata = [], concurrency } = options
  const settings = {
    ...(store && { store: STORE[store] }),
    ...(metadata.length > 0 && { metadata: readMetadata(metadata) }),
  }
  const files = await Promise.all([...new Set(paths)].map(openFile))
  const progress = createProgress(terminal)
  const { client, setup } = await createUploadClient(options, terminal, (line) => {
    progress.say(line)
  })
  const places = await resumePlaces(options, settings, terminal.env)

  const interrupt = listenForInterrupt(terminal)
  // The token request is shared by all files, so no file's signal aborts it.
  interrupt.signal.addEventListener('abort', () => {
    client.tokenSource.clear()
  })
  const queue = new Queue(concurrency)
  const outcomes = await Promise.all(
    files.map((file) =>
      queue.add(() =>
        uploadOne(
          client,
          file,
          { ...settings, signal: interrupt.signal },
          setup,
          places.placeOf(file),
          progress,
        ),
      ),
    ),
  )
  await places.settled()
  progress.stop()
  interrupt.stopListening()
  reportOutcomes(outcomes, options, terminal)
  if (interrupt.signal.aborted) return EXIT_CODE.interrupted
  return outcomes.every(({ status }) => status === 'uploaded') ? EXIT_CODE.success : EXIT_CODE.failed
}
