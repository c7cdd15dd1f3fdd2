import { existsSync } from 'node:fs'
import path from 'node:path'
import type { InitOptions } from '../init-options.js'
import type { Plan } from '../plan/plan.js'

/** What happens to the packages before the check. */
export interface PackageWork {
  isChanging: boolean
  isInstalling: boolean
}

/** Returns why the endpoint is not checked in the running app, or `undefined` if it is. */
export function reasonToSkip(
  options: InitOptions,
  { check }: Pick<Plan, 'check'>,
  directory: string,
  packages: PackageWork,
): string | undefined {
  if (options.dryRun) return 'nothing is started with --dry-run'
  if (!options.doctor) return '--no-doctor'
  if (typeof check === 'string') return check
  const isInstalled = packages.isInstalling || (!packages.isChanging && hasEmulator(directory))
  return isInstalled ? undefined : 'the packages are not installed'
}

/** Looks in the folders in which Node looks, without `NODE_PATH`, and for the file of Yarn's Plug'n'Play. */
function hasEmulator(directory: string): boolean {
  const found = ['node_modules/@secure-uploading/emulator/package.json', '.pnp.cjs'].some((file) =>
    existsSync(path.join(directory, file)),
  )
  const parent = path.dirname(directory)
  return found || (parent !== directory && hasEmulator(parent))
}
