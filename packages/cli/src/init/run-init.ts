import path from 'node:path'
import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'
import { printableJson } from '../wording/printable-json.js'
import { checkEndpoint, START_LIMIT_MS } from './check/check-endpoint.js'
import { describeChecked, describeFailedCheck, exitCodeOfCheck } from './check/describe-check.js'
import type { EndpointCheck } from './check/endpoint-check.js'
import { chooseFramework } from './choose-framework.js'
import { GENERIC_STEPS } from './generic-steps.js'
import type { InitOptions } from './init-options.js'
import { installPackages } from './install-packages.js'
import { applyChanges } from './plan/apply-changes.js'
import { createPlan, type Versions } from './plan/create-plan.js'
import type { Plan } from './plan/plan.js'
import { planWork, questionFor, type Work } from './plan/plan-work.js'
import { findPackageManager } from './project/find-package-manager.js'
import type { Project } from './project/project.js'
import { readProject } from './project/read-project.js'
import { describeAsJson } from './report/describe-as-json.js'
import { describeChanges } from './report/describe-changes.js'
import { describeSteps } from './report/describe-steps.js'

/**
 * Adds secure uploads to an app: shows each change, asks, writes the files, installs the packages, and checks the endpoint in the
 * running app.
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
  const work = planWork(plan, project.directory, options)
  if (!options.json) reportPlan(project, plan, work.isChanging, terminal)
  if (!options.yes && !options.dryRun) {
    const question = questionFor(work)
    const answer = question === undefined ? 'yes' : await ask?.(`${question} [Y/n] `)
    if (answer === undefined) return EXIT_CODE.interrupted
    if (!/^(?:y|yes|)$/i.test(answer.trim())) {
      terminal.print(work.isChanging ? 'Nothing was written.' : 'Nothing was started.')
      return EXIT_CODE.success
    }
  }
  return carryOut(project, plan, work, options, terminal)
}

async function carryOut(
  { directory }: Project,
  plan: Plan,
  { isWriting, isInstalling, skipReason }: Work,
  { json }: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (isWriting) await applyChanges(directory, plan.changes)
  const isInstalled = isInstalling && (await installPackages(plan.packageManager, directory, terminal))
  const isMissing = isInstalling && !isInstalled
  const reason = isMissing ? 'the packages are not installed' : skipReason
  const check = await runCheck(plan, directory, reason, terminal)

  if (check.status === 'failed') terminal.printError(describeFailedCheck(check.message, check.output))
  if (json)
    terminal.print(
      printableJson(describeAsJson(plan, { directory, isWritten: isWriting, isInstalled, check })),
    )
  else {
    if (check.status === 'checked') terminal.print(`\n${describeChecked(check, terminal.hasColors)}`)
    terminal.print(`\n${describeSteps(plan.steps, terminal.hasColors)}`)
  }
  return isMissing ? EXIT_CODE.failed : exitCodeOfCheck(check)
}

async function runCheck(
  { check, packageManager }: Plan,
  directory: string,
  skipReason: string | undefined,
  terminal: Terminal,
): Promise<EndpointCheck> {
  if (skipReason !== undefined) return { status: 'skipped', reason: skipReason }
  if (typeof check === 'string') return { status: 'skipped', reason: check }
  const words = [packageManager.name, 'run', check.script]
  terminal.printError(
    `\n$ ${words.join(' ')}\nStarting the app to check its endpoint, for at most ${String(START_LIMIT_MS / 1000)} s…`,
  )
  return checkEndpoint({ plan: check, words, directory }, terminal)
}

function reportPlan({ frontEnd }: Project, plan: Plan, isChanging: boolean, terminal: Terminal): void {
  const { framework, packageManager, changes } = plan
  const parts = [
    framework.title,
    ...(frontEnd === 'none' ? [] : [FRONT_END_TITLES[frontEnd]]),
    packageManager.name,
  ]
  terminal.print(`Found: ${parts.join(', ')}\n`)
  terminal.print(describeChanges(changes, terminal.hasColors))
  if (!isChanging) terminal.print('\nThere is nothing to change.')
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
