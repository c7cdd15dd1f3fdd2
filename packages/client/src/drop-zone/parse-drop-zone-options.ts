import { assertOptions, isFunction, type OptionRule } from '../options/assert-options.js'
import { isMetadata } from '../options/is-metadata.js'

export interface DropZoneOptions {
  /**
   * The MIME types and file extensions that the file dialog offers, such as `image/*` or `.pdf`. They are only a filter of the
   * dialog: the rules of the queue check every file.
   *
   * @default all files
   */
  accept?: readonly string[] | undefined
  /**
   * Whether several files can be chosen in the dialog. `maxFiles` of the queue limits dropped files.
   *
   * @default true
   */
  multiple?: boolean | undefined
  /**
   * Whether the dialog chooses folders. Folders can be dropped in either case.
   *
   * @default false
   */
  directory?: boolean | undefined
  /**
   * Where files can be pasted: while the zone has the focus, everywhere in the page, or nowhere. Text fields keep their paste.
   *
   * @default 'focused'
   */
  paste?: 'focused' | 'page' | 'off' | undefined
  /** Metadata of the uploaded files. */
  metadata?: Record<string, string> | undefined
  /** @default false */
  disabled?: boolean | undefined
  /**
   * Called with the error of a dropped file or folder that cannot be read. The others are added.
   *
   * @default reportError, which logs it
   */
  onError?: ((error: unknown) => void) | undefined
}

export interface DropZoneSettings {
  accept: string
  multiple: boolean
  directory: boolean
  paste: 'focused' | 'page' | 'off'
  metadata: Record<string, string> | undefined
  disabled: boolean
  onError: (error: unknown) => void
}

const PLACES: unknown[] = ['focused', 'page', 'off']

const RULES: readonly OptionRule[] = [
  ['metadata', isMetadata, 'an object of strings'],
  [
    'accept',
    (value) => Array.isArray(value) && value.every((type) => typeof type === 'string'),
    'an array of MIME types and file extensions',
  ],
  ['multiple directory disabled', (value) => typeof value === 'boolean', 'true or false'],
  ['paste', (value) => PLACES.includes(value), `one of: ${PLACES.join(', ')}`],
  ['onError', isFunction, 'a function'],
]

/** @throws {TypeError} naming the option. */
export function parseDropZoneOptions(options: DropZoneOptions): DropZoneSettings {
  assertOptions(options, RULES)
  const { accept = [], multiple = true, directory = false, paste = 'focused' } = options
  const { metadata, disabled = false, onError = reportUnhandled } = options
  return { accept: accept.join(','), multiple, directory, paste, metadata, disabled, onError }
}

function reportUnhandled(error: unknown): void {
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}
