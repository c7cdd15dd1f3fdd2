import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Project } from '../projects/project.js'

/**
 * Finds the project by the public key in a request.
 *
 * @throws {UploadApiError} when the key is missing or unknown.
 */
export function identifyProject(
  { emulation, entry }: Exchange,
  form: Pick<Form, 'get'>,
  parameter: string,
): Project {
  const publicKey = form.get(parameter)
  if (publicKey === undefined) throw apiError('ProjectPublicKeyRequiredError', parameter)
  const project = emulation.projects.find(publicKey)
  if (!project) throw apiError('ProjectPublicKeyInvalidError', parameter)
  entry.publicKey = publicKey
  return project
}
