import path from 'node:path'
import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'
import { printableJson } from '../wording/printable-json.js'
import { chooseFramework } from './choose-framework.js'
import { GENERIC_STEPS } from './generic-steps.js'
import { installPackages } from './install-packages.js'
import { applyChanges } from './plan/apply-changes.js'
import { createPlan, type Versions } from './plan/create-plan.js'
import type { Plan } from './plan/plan.js'
import { findPackageManager } from './project/find-package-manager.js'
import type { Project } from './project/project.js'
import { readProject } from './project/read-project.js'
import { describeChanges } from './report/describe-changes.js'
import { describeSteps } from './report/describe-steps.js'
import { diffOf } from './report/diff-of.js'

export interface InitOptions {
  directory?: string
  framework?: string
  yes?: true
  dryRun?: true
  /** False with --no-install. */
  install: boolean
  json?: true
}

/**
 * Adds secure uploads to an app: shows each change, asks, writes the files, and installs the packages.
 *
 * @throws {UsageError} before anything is written
 */
export async function runInit(
  options: InitOptions,
  terminal: Terminal,
  versions: Versions,
): Promise<ExitCode> {
  const { ask } = terminal
  if (!options.yes && !options.dryRun && (ask === undefined || options.json)) {
    throw new UsageError(
      'init asks before it writes, which needs a terminal. Pass --yes to write without a question, or --dry-run to see the changes.',
    )
  }
  const project = readProject(path.resolve(options.directory ?? '.'))
  const framework = chooseFramework(project, options.framework)
  if (framework === undefined) return reportUnknown(options, terminal)

  const packageManager = await findPackageManager(project.directory, terminal.env['npm_config_user_agent'])
  const plan = createPlan(project, framework, packageManager, versions)
  const isNeeded = plan.changes.some(({ kind }) => kind === 'create' || kind === 'edit')
  if (!options.json) reportPlan(project, plan, isNeeded, terminal)
  if (isNeeded && !options.yes && !options.dryRun) {
    const answer = await ask?.('Write these changes and install the packages? [Y/n] ')
    if (answer === undefined) return EXIT_CODE.interrupted
    if (!/^(?:y|yes|)$/i.test(answer.trim())) {
      terminal.print('Nothing was written.')
      return EXIT_CODE.success
    }
  }
  return finish(project, plan, isNeeded && !options.dryRun, options, terminal)
}

async function finish(
  { directory }: Project,
  plan: Plan,
  isWriting: boolean,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const isInstalling =
    isWriting &&
    options.install &&
    plan.changes.some(({ path, kind }) => path === 'package.json' && kind === 'edit')
  if (isWriting) await applyChanges(directory, plan.changes)
  const isInstalled = isInstalling && (await installPackages(plan.packageManager, directory, terminal))
  if (options.json) terminal.print(printableJson(describeAsJson(directory, plan, isWriting, isInstalled)))
  else terminal.print(`\n${describeSteps(plan.steps, terminal.hasColors)}`)
  return isInstalling && !isInstalled ? EXIT_CODE.failed : EXIT_CODE.success
}

function reportPlan({ frontEnd }: Project, plan: Plan, isNeeded: boolean, terminal: Terminal): void {
  const { framework, packageManager, changes } = plan
  const parts = [
    framework.title,
    ...(frontEnd === 'none' ? [] : [FRONT_END_TITLES[frontEnd]]),
    packageManager.name,
  ]
  terminal.print(`Found: ${parts.join(', ')}\n`)
  terminal.print(describeChanges(changes, terminal.hasColors))
  if (!isNeeded) terminal.print('\nThere is nothing to change.')
}

const FRONT_END_TITLES = { react: 'React', vue: 'Vue', svelte: 'Svelte' } as const

function reportUnknown({ json }: InitOptions, terminal: Terminal): ExitCode {
  if (json) terminal.print(printableJson({ framework: null, changes: [], steps: GENERIC_STEPS }))
  else {
    terminal.print('Found no framework that init knows, so nothing is changed.\n')
    terminal.print(describeSteps(GENERIC_STEPS, terminal.hasColors))
  }
  return EXIT_CODE.success
}

function describeAsJson(directory: string, plan: Plan, isWritten: boolean, isInstalled: boolean): object {
  return {
    directory,
    framework: plan.framework.id,
    packageManager: plan.packageManager.name,
    endpoint: plan.endpoint,
    written: isWritten,
    installed: isInstalled,
    changes: plan.changes.map((change) => ({
      path: change.path,
      kind: change.kind,
      reason: change.kind === 'kept' ? change.reason : undefined,
      diff: diffOf(change),
    })),
    steps: plan.steps,
  }
}
