import type { Framework } from '@secure-uploading/contract'
import type { Request, RequestHandler, Response } from 'express'

/** The properties of Express, any version, for the contract. */
export const framework: Framework<[Request, Response]> = {
  cookieOf: (request) => request.get('cookie'),
  redirect: (location, _request, response) => {
    response.redirect(303, location)
  },
}

/** Creates a middleware that sets Vary. */
export function putIntoVary(vary?: string | string[]): RequestHandler {
  return (_request, response, next) => {
    if (vary !== undefined) response.set('Vary', vary)
    next()
  }
}
