import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'

let count = 0

/** Adds the id and the name of a file to the events of its requests. */
export function withFileEvents(
  context: RequestContext,
  { id = `upload-${String(++count)}`, fileName: name }: UploadOptions,
): RequestContext {
  return {
    ...context,
    emit: (event) => {
      context.emit({ ...event, id, ...(name !== undefined && { name }) })
    },
  }
}
