import type { Framework } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'

/** What the contract has to know of Next's Pages Router. */
export const framework: Framework<[NextApiRequest, NextApiResponse]> = {
  cookieOf: (request) => request.headers.cookie,
  redirect: (location, _request, response) => {
    response.redirect(303, location)
  },
}
