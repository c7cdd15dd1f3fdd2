import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { bearerToken } from './bearer-token.js'

/** Records the kind of credential in the journal, without anything reusable. */
export function noteCredential({ request, entry }: Exchange, form: Pick<Form, 'get'>): void {
  const signature = form.get('signature')
  const expire = form.get('expire')
  if (signature === undefined && bearerToken(request) !== undefined) {
    entry.credential = 'jwt'
  } else if (signature !== undefined || expire !== undefined) {
    entry.credential = 'signature'
    // A user may have put the secret key in the wrong field, so only values of the right shape are recorded.
    if (expire !== undefined && /^\d{1,16}$/.test(expire)) entry.expire = expire
    if (signature !== undefined && /^[0-9a-f]{32,64}$/i.test(signature)) {
      entry.signatureStart = signature.slice(0, 8)
    }
  }
}
