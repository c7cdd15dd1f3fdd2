import { rules } from '../rules/index.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

const RULES_FILE = new URL('../rules/index.ts', import.meta.url).pathname
const HARNESS_FILE = new URL('../harness.ts', import.meta.url).pathname

/**
 * Tests an adapter against the rules of the token endpoint inside an edge runtime.
 *
 * @param adapterFile the path of a module that exports `adapter`
 */
export function describeTokenEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  options: EdgeOptions,
): void {
  const script = `
    import { adapter } from ${JSON.stringify(adapterFile)}
    import { rules } from ${JSON.stringify(RULES_FILE)}
    import { runCheck } from ${JSON.stringify(HARNESS_FILE)}
    export const run = (index) => runCheck(adapter, rules[index].check)
  `
  describeInEdgeRuntime(`the token endpoint in ${name}`, rules, script, options)
}
