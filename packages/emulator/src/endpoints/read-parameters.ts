import type { Exchange } from '../http/exchange.js'
import { createForm, type Form } from '../http/form.js'
import { readForm } from '../http/read-form.js'
import { readQuery } from '../http/read-query.js'

/**
 * Reads the parameters of an endpoint that accepts them in the query and in the form. The form takes precedence.
 *
 * @throws {UploadApiError} when the query or the body is invalid.
 */
export async function readParameters({ url, request, body }: Exchange): Promise<Form> {
  const query = readQuery(url)
  if (request.method !== 'POST') return query
  const { fields } = await readForm(request, body)
  return createForm([...query.fields, ...fields])
}
