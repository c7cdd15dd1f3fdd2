// npm run release:dry: packs the published packages and prints their contents, offline. Fails if they cannot be published.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findReleaseProblems } from './find-release-problems.js'
import { packPackages } from './pack-packages.js'
import { readTarball } from './read-tarball.js'

const folder = mkdtempSync(path.join(tmpdir(), 'secure-uploading-release-'))
try {
  const tarballs = (await packPackages(folder)).map(readTarball)

  console.table(Object.fromEntries(tarballs.map((tarball) => [tarball.manifest.name, rowOf(tarball)])))
  for (const { manifest, files } of tarballs) {
    console.log(`\n${manifest.name}@${manifest.version}`)
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      console.log(`  depends on ${name} ${range}`)
    }
    for (const [name, range] of Object.entries(manifest.peerDependencies ?? {})) {
      console.log(`  peer       ${name} ${range}`)
    }
    for (const file of files) console.log(`  ${file.path} (${kilobytes(file.sizeBytes)})`)
  }

  const problems = findReleaseProblems(tarballs.map(({ manifest }) => manifest))
  for (const problem of problems) console.error(`\nCannot publish: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function rowOf({ manifest, files, sizeBytes }) {
  return {
    version: manifest.version,
    files: files.length,
    packed: kilobytes(sizeBytes),
    unpacked: kilobytes(files.reduce((sum, file) => sum + file.sizeBytes, 0)),
    dependencies: Object.keys(manifest.dependencies ?? {}).length,
    access: manifest.publishConfig?.access ?? '',
    provenance: manifest.publishConfig?.provenance ?? false,
    repository: manifest.repository?.url ?? '(none)',
  }
}

function kilobytes(sizeBytes) {
  return `${(sizeBytes / 1000).toFixed(1)} kB`
}
