import { testPackage } from '@secure-uploading/tooling/vitest'
import { pageScriptForVite } from './page-script-plugin.js'

export default testPackage({ plugins: [pageScriptForVite()] })
