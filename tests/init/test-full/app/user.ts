import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runIn } from '@secure-uploading/packed/run-in'
import { TARBALLS } from '@secure-uploading/packed/tarballs'
import { startRegistry } from '../registry/start-registry.js'

/** A user with an empty folder and a registry that has our packages. */
export interface User {
  folder: string
  env: Record<string, string>
  /** Runs a command line in a folder, and returns its stdout. */
  run(commandLine: string, folder?: string): Promise<string>
  leave(): Promise<void>
}

/** Creates a user. The registry that npm is configured with has all other packages. */
export async function createUser(): Promise<User> {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-init-'))
  const upstream = (await runIn(folder, 'npm', ['config', 'get', 'registry'])).trim()
  const registry = await startRegistry(TARBALLS, upstream)
  const env = {
    npm_config_registry: registry.url,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_yes: 'true',
    npm_config_prefer_offline: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
    // Frameworks behave differently in tests.
    NODE_ENV: '',
    TEST: '',
    VITEST: '',
    CI: '',
  }
  return {
    folder,
    env,
    run: (commandLine, directory = folder) => {
      const [command = '', ...words] = commandLine.split(' ')
      return runIn(directory, command, words, env)
    },
    async leave() {
      await registry.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
