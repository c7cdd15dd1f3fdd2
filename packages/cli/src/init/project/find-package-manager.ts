import { existsSync } from 'node:fs'
import path from 'node:path'
import { detect } from 'package-manager-detector/detect'

/** The package manager of a project. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun'
  /** The words that install what `package.json` lists. */
  readonly install: readonly string[]
  /** Variables to add to the environment of `install`. */
  readonly env: Readonly<Record<string, string>>
  /** Creates the command that runs a script of `package.json`, for a shell. */
  readonly run: (script: string) => string
  /** Creates the command that downloads a package and runs its program, for a shell. */
  readonly download: (command: string) => string
}

/**
 * Finds the package manager of a project: by the lockfile or `packageManager` of its folder or of the nearest folder above it, up
 * to the root of the repository, then by the package manager that runs this command.
 *
 * @param userAgent `npm_config_user_agent` of the environment
 */
export async function findPackageManager(
  directory: string,
  userAgent: string | undefined,
): Promise<PackageManager> {
  const detected = await detect({
    cwd: directory,
    stopDir: (folder) => existsSync(path.join(folder, '.git')),
  })
  return packageManagerOf(detected?.name ?? userAgent?.split('/')[0] ?? 'npm')
}

function packageManagerOf(name: string): PackageManager {
  switch (name) {
    case 'pnpm':
      return {
        name,
        // In CI pnpm refuses to change the lockfile by default, and yarn does, too.
        install: ['pnpm', 'install', '--no-frozen-lockfile'],
        env: {},
        run: (script) => `pnpm run ${script}`,
        download: (command) => `pnpm dlx ${command}`,
      }
    case 'yarn':
      return {
        name,
        install: ['yarn', 'install'],
        env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
        run: (script) => `yarn run ${script}`,
        // `yarn dlx` is missing in yarn 1.
        download: (command) => `npx ${command}`,
      }
    case 'bun':
      return {
        name,
        install: ['bun', 'install'],
        env: {},
        run: (script) => `bun run ${script}`,
        download: (command) => `bunx ${command}`,
      }
    default:
      return {
        name: 'npm',
        install: ['npm', 'install'],
        env: {},
        run: (script) => `npm run ${script}`,
        download: (command) => `npx ${command}`,
      }
  }
}
