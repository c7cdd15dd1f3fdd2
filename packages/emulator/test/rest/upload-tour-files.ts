import type { Emulator } from '../../src/index.js'
import { PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

/** Uploads four files named a to d that are not stored, and makes a group of the first two. The project is unsigned. */
export async function uploadTourFiles(
  emulator: Emulator,
): Promise<{ uuids: [string, string, string, string]; groupId: string }> {
  emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
  const upload = async (name: string): Promise<string> => {
    const file = new File(['meow'], name, { type: 'text/plain' })
    const fields = { file, UPLOADCARE_PUB_KEY: PUBLIC_KEY, UPLOADCARE_STORE: '0' }
    const json = (await (await postForm(emulator, '/base/', fields)).json()) as { file: string }
    return json.file
  }
  const uuids = [await upload('a'), await upload('b'), await upload('c'), await upload('d')] as const
  const group = { pub_key: PUBLIC_KEY, 'files[0]': uuids[0], 'files[1]': uuids[1] }
  const { id } = (await (await postForm(emulator, '/group/', group)).json()) as { id: string }
  return { uuids: [...uuids], groupId: id }
}
