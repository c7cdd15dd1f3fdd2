/** Tells whether there is a proxy in front that sets `X-Forwarded-Host`: when `TRUST_PROXY` is `true`. */
export function trustProxy(): boolean {
  return process.env['TRUST_PROXY'] === 'true'
}
