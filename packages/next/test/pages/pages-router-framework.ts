import type { Framework } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'

/** The properties of Next's Pages Router for the contract. */
export const framework: Framework<[NextApiRequest, NextApiResponse]> = {
  cookieOf: (request) => request.headers.cookie,
  redirect: (location, _request, response) => {
    response.redirect(303, location)
  },
}
