'use client'

import { useEffect } from 'react'
import { routesOf } from '../../src/page-entry.ts'

/** Sets `window.uploads`, which the tests use. */
export function UploadPage({ emulatorUrl }) {
  useEffect(() => {
    window.uploads = routesOf(emulatorUrl)
  }, [emulatorUrl])
  return null
}
