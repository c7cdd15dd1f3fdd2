import * as v from 'valibot'
import type { EmulatorOptions } from '../emulator-options.js'
import { parseOptions } from '../options/parse-options.js'

/** The options of `startEmulator`. */
export interface EmulatorServerOptions extends EmulatorOptions {
  /**
   * The port to listen on; 0 selects a free one.
   *
   * @default 0
   */
  port?: number | undefined
  /**
   * The address to listen on.
   *
   * @default '127.0.0.1'
   */
  host?: string | undefined
  /**
   * A directory for the bytes of files. `close()` removes them; the next start on this machine removes those of a killed
   * run.
   *
   * @default memory
   */
  dataDirectory?: string | undefined
  /**
   * Serves HTTPS: with a certificate that is created at the start, or with this key and certificate in PEM.
   *
   * @default false
   */
  https?: boolean | { key: string; cert: string } | undefined
}

/** The options of the server itself. */
export interface ServerSettings {
  port: number
  host: string
  dataDirectory: string | undefined
  https: boolean | { key: string; cert: string }
}

const text = v.pipe(v.string(), v.minLength(1))

const SERVER = {
  subject: 'The options of a server',
  schema: v.strictObject({
    port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 0),
    host: v.optional(text, '127.0.0.1'),
    dataDirectory: v.optional(text),
    https: v.optional(v.union([v.boolean(), v.strictObject({ key: text, cert: text })]), false),
  }),
  expected: {
    port: 'a whole number from 0 to 65535',
    host: 'a host name or an IP address',
    dataDirectory: 'the path of a directory',
    https: 'true, false, or { key, cert } in PEM',
  },
}

/**
 * Separates and parses the options of the server.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function parseServerOptions({
  port,
  host,
  dataDirectory,
  https,
  ...emulatorOptions
}: EmulatorServerOptions): [ServerSettings, EmulatorOptions] {
  const settings = parseOptions(SERVER, { port, host, dataDirectory, https })
  return [{ ...settings, dataDirectory: settings.dataDirectory }, emulatorOptions]
}
