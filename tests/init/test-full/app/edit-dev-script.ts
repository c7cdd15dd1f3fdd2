import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Replaces the script `dev`, so that a development server listens on 127.0.0.1 and a free port. */
export async function editDevScript(folder: string, dev: string): Promise<void> {
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { scripts: Record<string, string> }
  manifest.scripts['dev'] = dev
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`)
}
