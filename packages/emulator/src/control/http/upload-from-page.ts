import type { Emulation } from '../../emulation.js'
import { readForm } from '../../http/read-form.js'
import { createRequestBody } from '../../http/request-body.js'
import { apiError } from '../../errors/upload-api-error.js'
import { baseName } from '../../store/base-name.js'
import { admitFile } from '../../store/admit-file.js'

/**
 * Uploads the files of a form without a credential, as the Files tab of the dashboard does.
 *
 * @throws {UploadApiError} when the form is invalid, or the project refuses a file.
 */
export async function uploadFromPage(
  emulation: Emulation,
  publicKey: string,
  request: Request,
  baseUrl: string,
): Promise<string[]> {
  const project = emulation.projects.find(publicKey)
  if (!project) throw apiError('ProjectPublicKeyInvalidError', 'The public key')
  const form = await readForm(request, createRequestBody(request))
  if (form.files.length === 0) throw apiError('FilesRequiredError')
  const uuids: string[] = []
  for (const { fileName, contentType, chunks } of form.files) {
    const bytes = await emulation.storage.keep(chunks)
    const attributes = {
      originalFilename: baseName(fileName),
      declaredType: contentType,
      metadata: {},
      tags: [],
    }
    const file = await admitFile(emulation, project, { ...attributes, bytes, isStored: project.autostore })
    emulation.fileActions.add(file, baseUrl)
    uuids.push(file.uuid)
  }
  return uuids
}
