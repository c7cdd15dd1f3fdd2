import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import type { UploadInput } from './upload-input.js'

let count = 0

/** Adds the id and the name of a file to the events of its requests. */
export function withFileEvents(
  context: RequestContext,
  data: UploadInput,
  { id = `upload-${String(++count)}`, fileName }: UploadOptions,
): RequestContext {
  const { name: ownName } = data as { name?: unknown }
  const name = fileName ?? (typeof ownName === 'string' ? ownName : undefined)
  return {
    ...context,
    emit: (event) => {
      context.emit({ ...event, id, ...(name !== undefined && { name }) })
    },
  }
}
