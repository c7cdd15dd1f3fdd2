import { containsToken, fieldsOf } from '../../doctor/endpoint/issued-token.js'
import { readAnswer } from '../../doctor/endpoint/answer.js'

/** Checks whether a token endpoint of these packages sent a response: with a token, or with one of its error codes. */
export async function isEndpointAnswer(response: Response): Promise<boolean> {
  const answer = await readAnswer(new URL(response.url || 'http://localhost/'), response, 0, () => 0)
  const { code } = fieldsOf(fieldsOf(answer.json)['error'])
  return containsToken(answer) || (typeof code === 'string' && code.startsWith('ERR_'))
}
