import { rules } from '../rules/index.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

const RULES_FILE = new URL('../rules/index.ts', import.meta.url).pathname
const TRIAL_FILE = new URL('../trial.ts', import.meta.url).pathname

/**
 * Holds an adapter to the rules of the token endpoint inside an edge runtime.
 *
 * @param adapterFile the path of a module that exports `adapter`, with all that it imports
 */
export function describeTokenEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  options: EdgeOptions,
): void {
  const script = `
    import { adapter } from ${JSON.stringify(adapterFile)}
    import { rules } from ${JSON.stringify(RULES_FILE)}
    import { runTrial } from ${JSON.stringify(TRIAL_FILE)}
    export const run = (index) => runTrial(adapter, rules[index].check)
  `
  describeInEdgeRuntime(`the token endpoint in ${name}`, rules, script, options)
}
