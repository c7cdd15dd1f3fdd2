import { uploadsRules } from '../uploads/rules/uploads-rules.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

/**
 * Tests an adapter against the rules of the uploads endpoint inside an edge runtime.
 *
 * @param adapterFile the path of a module that exports `adapter`
 */
export function describeUploadsEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  options: EdgeOptions,
): void {
  const script = `
    import { adapter } from ${JSON.stringify(adapterFile)}
    import { runUploadsCheck, uploadsRules } from '@secure-uploading/contract/rules'
    export const run = (index) => runUploadsCheck(adapter, uploadsRules[index].check)
  `
  describeInEdgeRuntime(`the uploads endpoint in ${name}`, uploadsRules, adapterFile, script, options)
}
