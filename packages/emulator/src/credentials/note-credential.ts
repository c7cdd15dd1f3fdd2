import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { bearerToken } from './bearer-token.js'

/** Notes in the journal which credential came, but nothing that could be used again. */
export function noteCredential({ request, entry }: Exchange, form: Pick<Form, 'get'>): void {
  const signature = form.get('signature')
  const expire = form.get('expire')
  if (signature === undefined && bearerToken(request) !== undefined) {
    entry.credential = 'jwt'
  } else if (signature !== undefined || expire !== undefined) {
    entry.credential = 'signature'
    // Someone may have put the secret key into a wrong field: only what has the right shape is shown.
    if (expire !== undefined && /^\d{1,16}$/.test(expire)) entry.expire = expire
    if (signature !== undefined && /^[0-9a-f]{32,64}$/i.test(signature)) {
      entry.signatureStart = signature.slice(0, 8)
    }
  }
}
