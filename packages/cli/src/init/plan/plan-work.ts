import { reasonToSkip } from '../check/reason-to-skip.js'
import type { InitOptions } from '../init-options.js'
import type { Plan } from './plan.js'

/** Which parts of a plan are carried out. */
export interface Work {
  /** Whether the plan changes a file. */
  isChanging: boolean
  isWriting: boolean
  isInstalling: boolean
  /** Why the endpoint is not checked, or `undefined` if it is. */
  skipReason: string | undefined
}

export function planWork(plan: Plan, directory: string, options: InitOptions): Work {
  const changed = plan.changes.filter(({ kind }) => kind === 'create' || kind === 'edit')
  const isChanging = changed.length > 0
  const isWriting = isChanging && !options.dryRun
  const changesPackages = changed.some(({ path }) => path === 'package.json')
  const isInstalling = isWriting && options.install && changesPackages
  const skipReason = reasonToSkip(options, plan, directory, { isChanging: changesPackages, isInstalling })
  return { isChanging, isWriting, isInstalling, skipReason }
}

/** Returns the question before the work, or `undefined` if nothing is left to do. */
export function questionFor({ isWriting, isInstalling, skipReason }: Work): string | undefined {
  const parts = [
    ...(isWriting ? ['write these changes'] : []),
    ...(isInstalling ? ['install the packages'] : []),
    ...(skipReason === undefined ? ['start the app once to check its endpoint'] : []),
  ]
  const [first = '', ...others] = parts
  if (first === '') return undefined
  const last = others.pop()
  const text = [[first, ...others].join(', '), ...(last === undefined ? [] : [last])].join(' and ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`
}
