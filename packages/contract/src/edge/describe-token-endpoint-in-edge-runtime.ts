import { rules } from '../rules/rules.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

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
    import { rules, runCheck } from '@secure-uploading/contract/rules'
    export const run = (index) => runCheck(adapter, rules[index].check)
  `
  describeInEdgeRuntime(`the token endpoint in ${name}`, rules, adapterFile, script, options)
}
