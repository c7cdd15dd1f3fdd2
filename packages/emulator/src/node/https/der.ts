// The parts of DER (ITU-T X.690) that a certificate consists of.

/** Encodes a tag, a length and a value. */
export function tlv(tag: number, ...values: readonly Buffer[]): Buffer {
  const value = Buffer.concat(values)
  const { byteLength } = value
  const length =
    byteLength < 0x80
      ? [byteLength]
      : byteLength < 0x100
        ? [0x81, byteLength]
        : [0x82, byteLength >> 8, byteLength & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}

export const sequence = (...values: readonly Buffer[]): Buffer => tlv(0x30, ...values)
export const set = (...values: readonly Buffer[]): Buffer => tlv(0x31, ...values)
export const octetString = (value: Buffer): Buffer => tlv(0x04, value)
export const bitString = (value: Buffer): Buffer => tlv(0x03, Buffer.from([0]), value)
export const boolean = (value: boolean): Buffer => tlv(0x01, Buffer.from([value ? 0xff : 0]))
export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text))
export const explicit = (number: number, value: Buffer): Buffer => tlv(0xa0 + number, value)

/** Encodes a time in Unix **milliseconds**, with a year from 1950 to 2049. */
export function utcTime(unixMs: number): Buffer {
  const text = new Date(unixMs).toISOString().replace(/[-:T]|\.\d+/g, '')
  return tlv(0x17, Buffer.from(text.slice(2)))
}

/** Encodes an object identifier such as `2.5.4.3`. */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number)
  return tlv(0x06, Buffer.from([first * 40 + second, ...others.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}
