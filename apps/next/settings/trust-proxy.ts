/** Returns whether `TRUST_PROXY` is `true`: a proxy sets `X-Forwarded-Host`. */
export function trustProxy(): boolean {
  return process.env['TRUST_PROXY'] === 'true'
}
