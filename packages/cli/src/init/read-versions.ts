import { readFileSync } from 'node:fs'
import { stringsOf, isJsonObject } from './json/json-object.js'
import type { Versions } from './plan/create-plan.js'

/** Reads the versions of the packages that `init` adds from the `package.json` of this package. All our packages share one version. */
export function readVersions(): Versions {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(import.meta.resolve('@secure-uploading/cli/package.json')), 'utf8'),
  )
  const { version = '' } = stringsOf(manifest)
  const dependencies = stringsOf(isJsonObject(manifest) ? manifest['dependencies'] : undefined)
  return { ours: version, uploadClient: `^${dependencies['@uploadcare/upload-client'] ?? ''}` }
}
