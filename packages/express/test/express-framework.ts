import type { Framework } from '@secure-uploading/contract'
import type { Request, RequestHandler, Response } from 'express'

/** What the contract has to know of Express, whichever version. */
export const framework: Framework<[Request, Response]> = {
  cookieOf: (request) => request.get('cookie'),
  redirect: (location, _request, response) => {
    response.redirect(303, location)
  },
}

/** Makes middleware that has its say in Vary, too. */
export function putIntoVary(vary?: string | string[]): RequestHandler {
  return (_request, response, next) => {
    if (vary !== undefined) response.set('Vary', vary)
    next()
  }
}
