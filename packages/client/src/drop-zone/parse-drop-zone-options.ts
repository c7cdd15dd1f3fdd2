import { assertKnownOptions } from '../options/assert-known-options.js'

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

const NAMES = ['accept', 'multiple', 'directory', 'paste', 'metadata', 'disabled', 'onError']
const PLACES = ['focused', 'page', 'off']

/** @throws {TypeError} naming the option. */
export function parseDropZoneOptions(options: DropZoneOptions): DropZoneSettings {
  assertKnownOptions(options, NAMES)
  const { accept = [], paste = 'focused', onError = reportUnhandled } = options
  if (!Array.isArray(accept) || accept.some((type) => typeof type !== 'string')) {
    throw new TypeError('"accept" must be an array of MIME types and file extensions')
  }
  if (!PLACES.includes(paste)) throw new TypeError(`"paste" must be one of: ${PLACES.join(', ')}`)
  if (typeof onError !== 'function') throw new TypeError('"onError" must be a function')
  return {
    accept: accept.join(','),
    multiple: booleanOf(options, 'multiple', true),
    directory: booleanOf(options, 'directory', false),
    paste,
    metadata: options.metadata,
    disabled: booleanOf(options, 'disabled', false),
    onError,
  }
}

function booleanOf(
  options: DropZoneOptions,
  name: 'multiple' | 'directory' | 'disabled',
  byDefault: boolean,
): boolean {
  const value: unknown = options[name] ?? byDefault
  if (typeof value !== 'boolean') throw new TypeError(`"${name}" must be true or false`)
  return value
}

function reportUnhandled(error: unknown): void {
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}
