import { createElement } from 'react'
import { UploadPage } from './upload-page.js'

// The address of the emulator is not known during the build.
export const dynamic = 'force-dynamic'

export default function Page() {
  return createElement(UploadPage, { emulatorUrl: process.env.EMULATOR_URL })
}
