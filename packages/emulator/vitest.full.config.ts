import { testPackageInFull } from '@secure-uploading/tooling/vitest'
import { mergeConfig } from 'vitest/config'
import { pageScriptForVite } from './page-script-plugin.js'

/** Random bad input, a 2 GiB file, the official clients in a browser, and the emulator's page. */
export default mergeConfig(testPackageInFull(), { plugins: [pageScriptForVite()] })
